// Images in and out: import, pull, save.

#include "commands.h"
#include "interrupt.h"
#include "json.h"
#include "progress.h"
#include "registry_access.h"
#include "terminal.h"

#include "engine/engine.h"
#include "image/reference.h"
#include "store/archive.h"
#include "text/quantity.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <mutex>

namespace slipway::cli {

namespace {

Result<image::Platform> platformOf(const std::string& text) {
    return text.empty() ? Result<image::Platform>(image::Platform::host()) : image::Platform::parse(text);
}

// Tells how far a pull is: a line that is written over on a terminal, every tenth otherwise, JSON lines if asked.
class PullProgress {
public:
    PullProgress(ProgressKind kind, std::string name)
        : m_json(kind == ProgressKind::Json), m_live(isLive(kind)), m_name(std::move(name)) {}

    void take(registry::Progress progress) {
        const std::scoped_lock lock(m_mutex);
        const auto tenth = progress.total ? static_cast<int>(progress.current * 10 / progress.total) : 0;
        if (!m_live && tenth <= m_tenth) {
            return;
        }
        m_tenth = tenth;
        if (m_json) {
            const Json line{{"event", "progress"},
                            {"id", m_name},
                            {"current", progress.current},
                            {"total", progress.total},
                            {"unit", "bytes"}};
            std::cout << dump(line) << std::endl;
            return;
        }
        const std::string how =
            "  " + text::bytesText(progress.current) + (progress.total ? " / " + text::bytesText(progress.total) : "");
        if (m_live) {
            const std::size_t width = std::max<std::size_t>(terminalSize(stdout).columns, how.size() + 10);
            std::cout << "\r\x1b[K" << printable("Pulling " + m_name, width - how.size() - 1) << how << std::flush;
        } else {
            std::cout << "Pulling " << m_name << how << std::endl;
        }
    }
    void end() const {
        if (m_live) {
            std::cout << "\r\x1b[K";
        }
    }

private:
    bool m_json, m_live;
    std::string m_name;
    std::mutex m_mutex;
    int m_tenth = 0;
};

}  // namespace

int run(const Import& arguments) {
    auto platform = platformOf(arguments.platform);
    auto name = image::Reference::parse(arguments.name);
    if (!platform || !name) {
        return complain(!platform ? platform.error() : name.error(), true);
    }
    const Interrupt interrupt;
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    auto image = store::importRootfs(**store, arguments.archive, name->toString(), *platform, interrupt.token());
    if (!image) {
        return complain(image.error());
    }
    // What can't be unpacked now, a build unpacks or says why.
    static_cast<void>(engine::unpackAhead(*store, *image));
    std::cout << image->toString() << "  " << name->familiar() << '\n';
    return 0;
}

int run(const Pull& arguments) {
    auto name = image::Reference::parse(arguments.name);
    auto platform = platformOf(arguments.platform);
    auto access = registryAccess(arguments.mirrors);
    if (!name || !platform || !access) {
        return complain(!name ? name.error() : !platform ? platform.error() : access.error(), true);
    }
    const Interrupt interrupt;  // before there is a thread that it wouldn't reach
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    auto source = registry::openImageSource(*store, *access);
    if (!source) {
        return complain(source.error());
    }
    PullProgress progress(arguments.progress, name->familiar());
    auto pulled = (*source)->pull(
        *name, *platform, [&](registry::Progress now) { progress.take(now); }, interrupt.token());
    progress.end();
    if (!pulled) {
        if (arguments.progress == ProgressKind::Json) {
            jsonProgress(stdout)->take({0, engine::ErrorEvent{pulled.error(), {}}});
        }
        return complain(pulled.error());
    }
    // As behind an import.
    static_cast<void>(engine::unpackAhead(*store, pulled->image));
    if (arguments.progress == ProgressKind::Json) {
        std::cout << dump(Json{{"event", "image"},
                               {"name", name->toString()},
                               {"id", pulled->image.toString()},
                               {"up_to_date", !pulled->isNew}})
                  << '\n';
    } else {
        std::cout << pulled->image.toString() << "  " << name->familiar() << (pulled->isNew ? "" : "  (is up to date)")
                  << '\n';
    }
    return 0;
}

int run(const Save& arguments) {
    const bool toOutput = arguments.output.empty() || arguments.output == "-";
    if (toOutput && isatty(STDOUT_FILENO)) {
        return complain({ErrorCode::Invalid, "an archive is nothing to read on a terminal: give a file with -o"}, true);
    }
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    std::vector<store::SaveItem> items;
    for (const std::string& name : arguments.images) {
        auto image = (*store)->resolve(name);
        if (!image) {
            return complain(image.error());
        }
        // A tag names the image in the archive; an ID or FOLDER#stage leaves it without a name.
        store::SaveItem item{image->id, {}};
        if (const auto reference = image::Reference::parse(name)) {
            if (const auto tag = (*store)->tag(reference->toString()); tag && *tag && (*tag)->image == image->id) {
                item.tags.push_back(reference->toString());
            }
        }
        items.push_back(std::move(item));
    }
    Result<> saved;
    if (toOutput) {
        // Nothing is left behind here, and a pipe that nobody reads would keep an interrupt waiting.
        saved = store::saveArchive(**store, items, "standard output", {.descriptor = STDOUT_FILENO});
    } else {
        const Interrupt interrupt;
        saved = store::saveArchive(**store, items, arguments.output, {}, interrupt.token());
    }
    if (!saved) {
        return complain(saved.error());
    }
    return 0;
}

}  // namespace slipway::cli
