#include "commands.h"

#include <iostream>

namespace slipway::cli {

int run(const HelpJson&) {
    std::cout << R"(The JSON of Slipway's commands. Names are stable; a new version adds, never renames.
line and column count from 1, columns in UTF-8 bytes; sizes are bytes, and unpacked unless
named compressed; durations are milliseconds; digests are "sha256:" and 64 hex digits; bytes
that are no UTF-8 are U+FFFD in text. A stage without a name goes by its number: "0".

slipway build --progress=json: one object a line, steps of reached stages only
  every event  event ("step", "log", "progress", "image", "note", "error", "end"), at_ms since
            the build's start
  step      id, stage, stage_index (0-based), index (of its step, 1-based) and count: [stage
            index/count]; name; line; status: waiting|running|cached|done|failed|canceled;
            same_result: true where it made the same layer as before; duration_ms: of this run,
            or when cached of the run that made it; size: of its layer; layer: diff ID, null
            where it made none; reason: why it runs; because: the same in parts: kind (as of
            forecast), verb (changed|added|removed|leads_elsewhere|owner_changed|says), subject,
            more (how many beside it), line (0: none); docker_would_rerun: true where docker build
            would have run it; for a failed step exit_status, message and last_lines (the end of
            what its command wrote)
  log       id, stream (1: standard output, 2: standard error), text
  progress  id, current, total (0: unknown), unit ("bytes" or "files")
  image     target, stage_index (0-based), id (digest of the config), digest (of the manifest,
            or null), tags, size, compressed_size (or null while not measured), layers: digest
            (compressed, or null), diff_id, size, step (id)
  note      text: something to know, said once
  error     code (invalid|not_found|denied|unsupported|network|corrupt|no_space|io|failed|
            canceled), message, last_lines (as of the failed step), file, line, column (null
            where there is none)
  end       outcome: succeeded|failed|canceled; duration_ms; build (its number). It comes last; a
            build that could not begin (bad arguments, no Dockerfile, no store) has an error alone

slipway outline: {"stages": […]}
  stage     name ("0" where unnamed: its index), index (0-based), base, line, end_line (of its
            last instruction), depends_on (names), instructions: keyword, line, end_line

slipway forecast: {"steps": […]}
  step      id, stage, line, name; status: cached|rebuild|unknown; reason: kind
            (instruction|variable|files|parent|base|platform|mount|pruned|no_cache|never_built|
            unresolved|follows), text, step (id) and line of the cause for follows, differences
            (name, from, to) where some are known; null where cached; docker_would_rerun; size
            and expected_ms: of its last run, cached or not; null where there was none

slipway check PATH...: [ file, rule ("syntax" for what can't be built), severity
            (error|warning|info|style), message, line, column, end_line, end_column,
            fix: title, edits: line, column, end_line, end_column, text; effect (null where
            it takes a person) ]
  effect    what the fix does to the next build of all stages and its images, as far as
            earlier builds tell in the 2 s that it may take, else null: text (in words),
            more_steps and fewer_steps that rebuild, expected_ms (what that costs; less than
            0: saves), size_saved
slipway check --fix PATH...: mended: file, rules (how many findings of each), text (of
            standard input); left: as above
slipway check --list: [ rule, family (BuildKit|hadolint|Slipway), severity, off_by_default,
            description, explanation, url (null for Slipway's own) ]

slipway fmt PATH...: [ file, changed (with --check: would be) ]

slipway compare A B
  a, b      the images: name, id, size, compressed_size
  shared_size, only_a_size, only_b_size: sums over layers; shared means the same diff ID
  layers    diff_id, size, step, in ("both", "a" or "b")
  files     path, change: added|removed|modified, size_a, size_b; largest difference first

slipway images: [ name (null where untagged), id, digest (or null), platform, size,
            compressed_size (or null), layers (number), created ]
slipway layers IMAGE: lowest first, [ diff_id, digest (compressed, or null), size,
            compressed_size (or null), step (of the build that made it last, else its line
            of history), line (or null) ]
slipway files IMAGE [PATH]: [ path, type (directory|file|symlink|hardlink|chardevice|blockdevice|
            fifo|whiteout), mode (octal text), uid, gid, size, link (or null), digest (or null),
            layer (diff ID) ]
slipway pull --progress=json: one object a line
  progress  as above, without at_ms; id is the image's name
  image     name, id (digest of the config), up_to_date: true where the name stood for it already
  error     as above

slipway df: [ kind (images|layers|snapshots|mounts|logs|records), count, size ]
)";
    return 0;
}

}  // namespace slipway::cli
