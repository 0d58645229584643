"""Reads the events of `slipway build --progress=json`, says what happens, and ends with the build's timeline."""
import json
import sys
import time

WIDTH = 40
MARK = {"cached": "✔", "done": "■", "failed": "✘", "canceled": "−"}


def size_text(size):
    if size is None:
        return ""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 999.5 or unit == "GB":
            return f"{size:.0f} {unit}" if unit in ("B", "kB") or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000


def time_text(seconds):
    return f"{seconds:.1f} s" if seconds < 60 else f"{int(seconds // 60)} min {int(seconds % 60)} s"


def heading(step):
    return f"[{step.get('stage')} {step.get('index')}/{step.get('count')}] {step.get('name')}"


def main():
    began = time.monotonic()
    steps, images, failed, logs = {}, [], False, []
    for line in sys.stdin:
        now = time.monotonic() - began
        try:
            event = json.loads(line)
        except ValueError:
            sys.stdout.write(line)
            continue
        kind = event.get("event")
        if kind == "step":
            step = steps.setdefault(event["id"], {})
            step.update({key: value for key, value in event.items() if value is not None})
            status = event["status"]
            if status == "running":
                step["start"] = now
                print(heading(step), flush=True)
            elif status != "waiting":
                took = step.get("duration_ms", 0) / 1000 if status == "done" else 0
                step["end"] = now
                step.setdefault("start", max(0.0, now - took))
                text = "CACHED" if status == "cached" else f"{status} in {time_text(now - step['start'])}"
                print(f"{heading(step)}: {text}", flush=True)
        elif kind == "log":
            logs = (logs + event.get("text", "").splitlines())[-20:]
        elif kind == "image":
            images.append(event)
        elif kind == "error":
            failed = True
            where = ":".join(str(event[key]) for key in ("file", "line", "column") if event.get(key))
            print(*logs, sep="\n")
            print(f"{where}: {event.get('message')}" if where else event.get("message"))
    total = max([step.get("end", 0) for step in steps.values()] + [0.001])
    print(f"\nTimeline, {time_text(total)}\n")
    stage = None
    for step in steps.values():
        if "end" not in step:
            continue
        if step.get("stage") != stage:
            stage = step.get("stage")
            image = next((i for i in images if i.get("target") == stage), None)
            print(f"{stage}" + (f"   {size_text(image['size'])} unpacked" if image else ""))
        first = int(step["start"] / total * WIDTH)
        length = max(1, round((step["end"] - step["start"]) / total * WIDTH))
        bar = (" " * min(first, WIDTH - 1) + "━" * length)[:WIDTH]
        name = step.get("name", "")
        name = name if len(name) <= 38 else name[:37] + "…"
        took = "cached" if step["status"] == "cached" else time_text(step["end"] - step["start"])
        print(f"  {MARK.get(step['status'], '?')} {step.get('index')}/{step.get('count'):<3} {name:<38} {took:>8} "
              f"{size_text(step.get('size')):>8}  {bar}".rstrip())
    return 1 if failed else 0


sys.exit(main())
