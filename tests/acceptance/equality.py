"""Builds each case with dockerd's BuildKit and with Slipway and compares the images: equality.py [NAME…]

Compared are the config, the history without its times, and the file tree: path, type, mode, owner, size, link target,
content, which paths of a layer are one file, and times of files that are as old as only a case makes them. Then dockerd loads and runs what `slipway save` wrote. Needs root (dockerd), SLIPWAY_BINARIES.
"""
import hashlib
import io
import json
import os
import pathlib
import socket
import subprocess
import sys
import tarfile
import tempfile

from equality_cases import CASES
from services import FIXTURES, SLIPWAY, Service


A_DAY = 86400


def lay_out(folder, files):
    for name, what in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
            path.chmod(what)
        elif isinstance(what, dict) and "link" in what:
            path.symlink_to(what["link"])
        elif isinstance(what, dict) and "same as" in what:
            os.link(folder / what["same as"], path)
        elif isinstance(what, dict) and "socket" in what:
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(str(path))
            path.chmod(what["socket"])
        elif isinstance(what, dict):
            with tarfile.open(path, "w:gz" if name.endswith("gz") else "w") as archive:
                for inner, content in what["tar"].items():
                    text, mode, owner = (*content, 7)[:3] if isinstance(content, tuple) else (content, 0o644, 7)
                    entry = tarfile.TarInfo(inner.rstrip("/"))
                    entry.mode, entry.uid, entry.gid, entry.mtime = mode, owner, owner + 1, 1000 + owner
                    if inner.endswith("/"):
                        entry.type = tarfile.DIRTYPE
                    elif isinstance(text, dict):
                        entry.type = tarfile.SYMTYPE if "link" in text else tarfile.LNKTYPE
                        entry.linkname = text.get("link") or text["same as"]
                    else:
                        entry.size = len(text)
                    archive.addfile(entry, io.BytesIO(text.encode()) if entry.isreg() else None)
        else:
            text, mode = what if isinstance(what, tuple) else (what, 0o644)
            path.write_text(text)
            path.chmod(mode)
    for path in [folder, *(p for p in folder.rglob("*") if p.is_dir() and not p.is_symlink())]:
        if path.relative_to(folder).as_posix() + "/" not in files:
            path.chmod(0o755)


def image_of(archive):
    """config, history and file tree of a docker archive that holds one image."""
    with tarfile.open(archive) as outer:
        manifest = json.load(outer.extractfile("manifest.json"))[0]
        config = json.load(outer.extractfile(manifest["Config"]))
        tree = {}
        for name in manifest["Layers"]:
            with tarfile.open(fileobj=outer.extractfile(name)) as layer:
                lay_over(tree, layer)
    inner = {key: value for key, value in config["config"].items()
             if value not in (None, "", [], {}, False) and key not in ("Hostname", "Domainname", "Image")}
    history = [{key: value for key, value in entry.items() if key != "created"} for entry in config["history"]]
    return {"config": inner, "os": config["os"], "architecture": config["architecture"], "history": history}, tree


def lay_over(tree, layer):
    entries, links = {}, []
    for entry in layer:
        path = "/" + entry.name.strip("/").removeprefix("./").strip("/")
        folder, _, base = path.rpartition("/")
        if path in ("/", "/."):
            continue
        if base == ".wh..wh..opq":
            for old in [p for p in tree if p.startswith(folder + "/")]:
                del tree[old]
        elif base.startswith(".wh."):
            gone = folder + "/" + base[4:]
            for old in [p for p in tree if p == gone or p.startswith(gone + "/")]:
                del tree[old]
        elif entry.islnk():
            links.append((path, "/" + entry.linkname.strip("/").removeprefix("./")))
        else:
            content = hashlib.sha256(layer.extractfile(entry).read()).hexdigest()[:12] if entry.isreg() else ""
            kind = {b"0": "file", b"\0": "file", b"5": "folder", b"2": "link", b"6": "fifo", b"3": "device", b"4": "device"}[entry.type]
            time = int(entry.mtime) if entry.mtime < A_DAY and kind != "folder" else ""
            entries[path] = (kind, oct(entry.mode & 0o7777), entry.uid, entry.gid, entry.size, entry.linkname, content, time)
    for path, what in entries.items():
        if what[0] != "folder":
            for old in [p for p in tree if p.startswith(path + "/")]:
                del tree[old]
        tree[path] = what
    names = {}
    for path, target in links:
        names.setdefault(target, [target]).append(path)
    for target, group in names.items():
        for path in group:
            tree[path] = (*(entries.get(target) or tree[target]), "one of " + " ".join(sorted(group)))


def differences(ours, theirs):
    (our_config, our_tree), (their_config, their_tree) = ours, theirs
    found = [f"{key}: ours {our_config[key]!r}\n      docker's {their_config[key]!r}" for key in their_config
             if our_config[key] != their_config[key]]
    for path in sorted({*our_tree, *their_tree}):
        if our_tree.get(path) != their_tree.get(path):
            found.append(f"{path}: ours {our_tree.get(path)}\n      docker's {their_tree.get(path)}")
    return found


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300,
                          **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def try_case(case, folder, base, docker, slipway):
    name, dockerfile, files, *options = case
    options = options[0] if options else []
    context = folder / name
    context.mkdir()
    lay_out(context, files)
    (context / "Dockerfile").write_text(dockerfile.replace("@BASE@", base))
    (context / "Dockerfile").chmod(0o644)
    run("docker", "buildx", "build", "--network=host", *options, "-t", name, context, env=docker)
    run("docker", "save", "-o", folder / f"{name}.docker.tar", name, env=docker)
    theirs = image_of(folder / f"{name}.docker.tar")
    if slipway is None:
        return differences(theirs, theirs)
    run(SLIPWAY, "build", "--progress=plain", *options, "-t", name, context, env=slipway)
    run(SLIPWAY, "save", "-o", folder / f"{name}.tar", name, env=slipway)
    return differences(image_of(folder / f"{name}.tar"), theirs)


def main():
    chosen = [case for case in CASES if not sys.argv[1:] or case[0] in sys.argv[1:]]
    if os.geteuid() != 0:
        print("skipped: dockerd needs root")
        return 77
    failed = []
    with tempfile.TemporaryDirectory(prefix="slipway-equality.") as name, Service("registry") as registry, \
            Service("dockerd") as dockerd:
        folder = pathlib.Path(name)
        run(FIXTURES / "busybox-rootfs", folder / "base.tar")
        run(FIXTURES / "image-archive", folder / "base.tar", folder / "base.image")
        base = registry["ADDRESS"] + "/library/busybox:1"
        run(FIXTURES / "push", folder / "base.image", base)
        docker = {**os.environ, "DOCKER_HOST": dockerd["DOCKER_HOST"], "DOCKER_CONFIG": dockerd["DOCKER_CONFIG"]}
        slipway = None if os.environ.get("EQUALITY_DOCKER_ALONE") else {**os.environ, "SLIPWAY_HOME": str(folder / "store")}
        for case in chosen:
            try:
                found = try_case(case, folder, base, docker, slipway)
            except RuntimeError as error:
                found = [str(error)]
            print(f"{'FAILED' if found else 'equal '} {case[0]}", *found, sep="\n    ", flush=True)
            failed += [case[0]] if found else []
        if slipway and (folder / "run_and_copy.tar").exists():
            run("docker", "load", "-i", folder / "run_and_copy.tar", env=docker)
            made = run("docker", "run", "--rm", "--network=none", "run_and_copy", "cat", "/made", "/copied/one", env=docker)
            if made != "made\n1\n":
                failed.append("docker run")
                print("FAILED docker run:", made)
            else:
                print("equal  docker load and docker run")
    print(f"{len(chosen) - len(failed)} of {len(chosen)} equal" + (f"; not: {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
