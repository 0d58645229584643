// What the store holds: images, layers, files, disk usage; names given and taken.

#include "commands.h"
#include "json.h"
#include "origins.h"
#include "table.h"
#include "terminal.h"

#include "image/reference.h"
#include "insight/comparison.h"
#include "layer/names.h"
#include "layer/rootfs_view.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>
#include <format>
#include <iostream>
#include <map>

namespace slipway::cli {

namespace {

std::string shortId(const layer::Digest& digest) { return digest.hex().substr(0, 12); }

std::string familiar(const std::string& name) {
    const auto reference = image::Reference::parse(name);
    return reference ? reference->familiar() : name;
}

Json fileJson(const layer::Entry& entry, const layer::Digest& layer) {
    const bool linked = entry.type == layer::EntryType::Symlink || entry.type == layer::EntryType::Hardlink;
    const bool file = entry.type == layer::EntryType::File;
    return {{"path", "/" + entry.path},
            {"type", layer::entryTypeName(entry.type)},
            {"mode", std::format("{:04o}", entry.mode)},
            {"uid", entry.uid},
            {"gid", entry.gid},
            {"size", file ? entry.size : 0},
            {"link", linked ? Json(entry.link) : Json(nullptr)},
            {"digest", file ? Json(entry.digest.toString()) : Json(nullptr)},
            {"layer", layer.toString()}};
}

void printFile(const layer::Entry& entry) {
    const std::string link = entry.type == layer::EntryType::Symlink    ? " -> " + printable(entry.link)
                             : entry.type == layer::EntryType::Hardlink ? " == /" + printable(entry.link)
                                                                        : "";
    std::cout << std::format(
        "{:<9} {:04o} {:>5}:{:<5} {:>10}  /{}{}\n", layer::entryTypeName(entry.type), entry.mode, entry.uid, entry.gid,
        entry.type == layer::EntryType::File ? std::to_string(entry.size) : "", printable(entry.path), link);
}

/// An image of the user's store, and that store.
struct OpenImage {
    std::shared_ptr<store::Store> store;
    store::Image image;
};

Result<OpenImage> openImage(const std::string& name) {
    auto store = openStore();
    auto image = store ? (*store)->resolve(name) : fail(store.error());
    return image ? Result<OpenImage>(OpenImage{std::move(*store), std::move(*image)}) : fail(image.error());
}

Result<std::vector<image::Reference>> namesOf(const store::Store& store, const layer::Digest& image) {
    const auto tags = store.tags();
    if (!tags) {
        return fail(tags.error());
    }
    std::vector<image::Reference> names;
    for (const store::Tag& tag : *tags) {
        if (auto name = image::Reference::parse(tag.name); name && tag.image == image) {
            names.push_back(std::move(*name));
        }
    }
    return names;
}

/// As docker counts: a tag and its digest in one repository are one name.
bool areSeveral(const std::vector<image::Reference>& names) {
    return std::ranges::count_if(names, [](const image::Reference& name) { return !name.digest; }) > 1 ||
           std::ranges::any_of(names, [&](const image::Reference& name) {
               return name.repository != names.front().repository || name.registry != names.front().registry;
           });
}

std::string listed(const std::vector<image::Reference>& names) {
    std::string out;
    for (const image::Reference& name : names) {
        (out += out.empty() ? "" : ", ") += name.familiar();
    }
    return out;
}

}  // namespace

int run(const Images& arguments) {
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    auto images = (*store)->images();
    auto tags = (*store)->tags();
    if (!images || !tags) {
        return complain(!images ? images.error() : tags.error());
    }
    std::multimap<layer::Digest, std::string> names;
    for (const store::Tag& tag : *tags) {
        names.emplace(tag.image, familiar(tag.name));
    }
    Json list = Json::array();
    Table table({"NAME", "ID", "PLATFORM", "SIZE", "COMPRESSED", "LAYERS"}, {3, 4, 5});
    for (const store::Image& image : *images) {
        std::vector<std::optional<std::string>> called;
        for (auto [at, end] = names.equal_range(image.id); at != end; ++at) {
            called.emplace_back(at->second);
        }
        if (called.empty()) {
            called.emplace_back(std::nullopt);
        }
        for (const auto& name : called) {
            list.push_back({{"name", orNull(name)},
                            {"id", image.id.toString()},
                            {"digest", orNull(image.manifest)},
                            {"platform", image.config.platform.toString()},
                            {"size", image.size()},
                            {"compressed_size", orNull(image.compressedSize())},
                            {"layers", image.layers.size()},
                            {"created", image.config.created}});
            const auto compressed = image.compressedSize();
            table.add({name.value_or("-"), shortId(image.id), image.config.platform.toString(),
                       text::bytesText(image.size()), compressed ? text::bytesText(*compressed) : "-",
                       std::to_string(image.layers.size())});
        }
    }
    std::cout << (arguments.format == Format::Json ? dump(list) + "\n" : table.toString());
    return 0;
}

int run(const Layers& arguments) {
    auto opened = openImage(arguments.image);
    if (!opened) {
        return complain(opened.error());
    }
    const auto& [store, image] = *opened;
    const std::vector<std::string> history = insight::layerWords(*store, image);
    const auto origins = originsOf(*store, image);
    Json list = Json::array();
    Table table({"LAYER", "SIZE", "COMPRESSED", "STEP"}, {1, 2});
    for (std::size_t i = 0; i < image.layers.size(); ++i) {
        const store::Layer& one = image.layers[i];
        const std::string& step = origins[i] ? origins[i]->step : history[i];
        list.push_back({{"diff_id", one.diffId.toString()},
                        {"digest", orNull(one.compressed)},
                        {"size", one.size},
                        {"compressed_size", orNull(one.compressedSize)},
                        {"step", step},
                        {"line", origins[i] ? Json(origins[i]->line) : Json(nullptr)}});
        table.add({shortId(one.diffId), text::bytesText(one.size),
                   one.compressedSize ? text::bytesText(*one.compressedSize) : "-", text::oneLine(step, 90)});
    }
    std::cout << (arguments.format == Format::Json ? dump(list) + "\n" : table.toString());
    return 0;
}

int run(const Files& arguments) {
    auto opened = openImage(arguments.image);
    if (!opened) {
        return complain(opened.error());
    }
    const auto& [store, image] = *opened;
    auto tables = insight::tablesOf(*store, image);
    if (!tables) {
        return complain(tables.error());
    }
    std::string folder = arguments.path;
    folder.erase(0, folder.find_first_not_of('/') == std::string::npos ? folder.size() : folder.find_first_not_of('/'));
    while (folder.ends_with('/')) {
        folder.pop_back();
    }
    // Printed as they come: a big image has hundreds of thousands.
    const bool json = arguments.format == Format::Json;
    bool first = true;
    const auto show = [&](const layer::Entry& entry, std::size_t layer) {
        if (json) {
            std::cout << (first ? "[" : ",\n ") << dump(fileJson(entry, image.layers[layer].diffId));
        } else {
            printFile(entry);
        }
        first = false;
    };
    if (!arguments.layer.empty()) {
        auto wanted = layer::Digest::parse(arguments.layer);
        bool found = false;
        for (std::size_t i = 0; i < image.layers.size() && !found; ++i) {
            found =
                wanted ? image.layers[i].diffId == *wanted : image.layers[i].diffId.hex().starts_with(arguments.layer);
            for (std::size_t at = 0; found && at < (*tables)[i]->size(); ++at) {
                if (layer::isAtOrBelow((*tables)[i]->path(at), folder)) {
                    show((*tables)[i]->entry(at), i);
                }
            }
        }
        if (!found) {
            return complain(Error(ErrorCode::NotFound, arguments.image + " has no layer " + arguments.layer +
                                                           "; slipway layers lists them."));
        }
    } else {
        const layer::RootfsView view(std::move(*tables));
        if (!folder.empty()) {
            auto at = view.find(folder, false);
            if (!at) {
                return complain(Error(ErrorCode::NotFound, "There is no /" + folder + " in " + arguments.image + "."));
            }
            folder = at->entry.path;
            show(at->entry, at->layer);
        }
        view.walk(folder, [&](const layer::RootfsView::Found& found) { show(found.entry, found.layer); });
    }
    if (json) {
        std::cout << (first ? "[]\n" : "]\n");
    }
    return 0;
}

int run(const Tag& arguments) {
    auto opened = openImage(arguments.image);
    if (!opened) {
        return complain(opened.error());
    }
    const auto& [store, image] = *opened;
    auto name = image::Reference::parseNew(arguments.name);
    if (!name) {
        return complain(name.error());
    }
    if (auto set = store->setTag(name->toString(), image.id, image.manifest); !set) {
        return complain(set.error());
    }
    return 0;
}

namespace {

/// Of these the images that no name stands for any more.
Result<> removeNameless(store::Store& store, const std::vector<store::Tag>& tags) {
    for (const store::Tag& tag : tags) {
        const auto image = store.image(tag.image);
        const auto names = namesOf(store, tag.image);
        if (!image || !names) {
            return fail(image ? names.error() : image.error());
        }
        if (*image && names->empty()) {
            if (auto removed = store.removeImage(tag.image); !removed) {
                return removed;
            }
        }
    }
    return {};
}

}  // namespace

int run(const Remove& arguments) {
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    int status = 0;
    for (const std::string& name : arguments.images) {
        // A name takes the name away (and the image with its last one); an ID the image, where that is all it has.
        const auto reference = image::Reference::parse(name);
        const auto tag = reference ? (*store)->tag(reference->toString()) : Result<std::optional<store::Tag>>();
        auto image = (*store)->resolve(name);
        if (!image) {
            status = complain(image.error());
            continue;
        }
        const auto names = namesOf(**store, image->id);
        Result<> removed = names ? Result<>() : fail(names.error());
        if (removed && tag && *tag) {
            const auto all = (*store)->tagsOf(*reference);  // for other platforms, too
            removed = (*store)->removeTag(reference->toString());
            if (removed && names->size() == 1) {
                removed = (*store)->removeImage(image->id);
            }
            if (removed && all) {
                removed = removeNameless(**store, *all);
            }
        } else if (removed && !arguments.force && areSeveral(*names)) {
            removed = fail(ErrorCode::Invalid, name + " has several names: " + listed(*names) +
                                                   ". Remove those you don't want, or all of them with --force.");
        } else if (removed) {
            removed = (*store)->removeImage(image->id);
        }
        if (!removed) {
            status = complain(removed.error());
        } else {
            std::cout << "removed " << name << '\n';
        }
    }
    static_cast<void>((*store)->droppedSnapshots());  // what other ids own is left to the next build
    return status;
}

int run(const DiskUsage& arguments) {
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    auto usage = (*store)->diskUsage();
    if (!usage) {
        return complain(usage.error());
    }
    Json list = Json::array();
    Table table({"KIND", "COUNT", "SIZE"}, {1, 2});
    for (const store::DiskUsage& one : *usage) {
        list.push_back({{"kind", one.kind}, {"count", one.count}, {"size", one.size}});
        table.add({one.kind, std::to_string(one.count), text::bytesText(one.size)});
    }
    std::cout << (arguments.format == Format::Json ? dump(list) + "\n" : table.toString());
    return 0;
}

}  // namespace slipway::cli
