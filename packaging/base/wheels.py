"""Repacks Python distributions from Debian packages as wheels: wheels.py FOLDER PACKAGE.deb…"""
import base64
import hashlib
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import zipfile

INTERPRETER = "cp313"   # Debian 13's


def metadata_of(info):
    """The text of METADATA, from a dist-info or an egg-info folder."""
    if info.suffix == ".dist-info":
        return (info / "METADATA").read_text()
    head, separator, body = (info / "PKG-INFO").read_text().partition("\n\n")
    requires = info / "requires.txt"
    if "\nRequires-Dist:" not in head and requires.exists():
        for line in requires.read_text().splitlines():
            if line.startswith("["):
                break   # what only some uses need
            if line.strip():
                head += "\nRequires-Dist: " + line.strip()
    return head + separator + body


def field(metadata, name):
    for line in metadata.splitlines():
        if line.lower().startswith(name.lower() + ":"):
            return line.split(":", 1)[1].strip()
    raise SystemExit(f"wheels.py: the metadata has no {name}")


def repack(package, target):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        root = pathlib.Path(folder) / "usr/lib/python3/dist-packages"
        infos = [p for p in root.iterdir() if p.suffix in (".dist-info", ".egg-info") and p.is_dir()]
        if len(infos) != 1:
            raise SystemExit(f"wheels.py: {package} holds {len(infos)} distributions, not one")
        info = infos[0]
        metadata = metadata_of(info)
        name = field(metadata, "Name").lower().replace("-", "_").replace(".", "_")
        version = field(metadata, "Version")
        files = {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*"))
                 if p.is_file() and "__pycache__" not in p.parts and info not in p.parents}
        native = any(path.endswith(".so") for path in files)
        tag = f"{INTERPRETER}-{INTERPRETER}-linux_{platform.machine()}" if native else "py3-none-any"
        home = f"{name}-{version}.dist-info/"
        files[home + "METADATA"] = metadata.encode()
        files[home + "WHEEL"] = (f"Wheel-Version: 1.0\nGenerator: slipway\nRoot-Is-Purelib: {str(not native).lower()}\n"
                                 f"Tag: {tag}\n").encode()
        if (info / "entry_points.txt").exists():
            files[home + "entry_points.txt"] = (info / "entry_points.txt").read_bytes()
        record = ""
        for path, data in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record += f"{path},sha256={digest},{len(data)}\n"
        files[home + "RECORD"] = (record + home + "RECORD,,\n").encode()
        with zipfile.ZipFile(os.path.join(target, f"{name}-{version}-{tag}.whl"), "w", zipfile.ZIP_DEFLATED) as wheel:
            for path, data in files.items():
                entry = zipfile.ZipInfo(path, (2023, 11, 14, 0, 0, 0))
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                wheel.writestr(entry, data)


for deb in sys.argv[2:]:
    repack(deb, sys.argv[1])
