#include "layer/rootfs_fold.h"

#include <algorithm>

namespace slipway::layer::fold {

namespace {

// First index in [begin, end) for whose path `before` is false. Steps grow from the beginning, because what is looked
// for mostly lies near.
template <class Before>
std::size_t firstNot(std::size_t begin, std::size_t end, const Before& before) {
    std::size_t step = 1;
    std::size_t low = begin;
    while (low + step <= end && before(low + step - 1)) {
        low += step;
        step *= 2;
    }
    std::size_t high = std::min(end, low + step);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (before(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// End of the entries below `directory`, in a range that begins with the first of them.
std::size_t endOfSubtree(const Toc& toc, std::size_t begin, std::size_t end, std::string_view directory) {
    return firstNot(begin, end, [&](std::size_t i) {
        const std::string_view path = toc.path(i);
        return path.size() > directory.size() && path[directory.size()] == '/' && path.starts_with(directory);
    });
}

// What a layer says about one child: its entry, and what it has below it.
struct Voice {
    std::size_t exact = kNone;
    std::size_t begin = 0, end = 0;
};

bool onlyWhiteouts(const Toc& toc, const Voice& voice) {
    for (std::size_t i = voice.begin; i < voice.end; ++i) {
        if (toc.type(i) != EntryType::Whiteout) {
            return false;
        }
    }
    return true;
}

// Adds what the next lower layer says; false where it hides everything further down.
bool listen(Node& node, const Slice& slice, const Voice& voice) {
    const Toc& toc = *slice.toc;
    if (voice.exact != kNone) {
        const EntryType type = toc.type(voice.exact);
        if (type == EntryType::Whiteout) {
            // Beside a whiteout the same layer may still hold what it made anew below.
            if (voice.begin == voice.end) {
                return false;
            }
        } else if (type != EntryType::Directory) {
            if (!node.exists) {
                node = {true, &toc, slice.layer, voice.exact, {}};
            }
            return false;
        } else if (!node.exists || node.index == kNone) {
            node.exists = true;
            node.toc = &toc;
            node.layer = slice.layer;
            node.index = voice.exact;
        }
    }
    if (voice.begin < voice.end) {
        if (!node.exists && !onlyWhiteouts(toc, voice)) {
            node.exists = true;
            node.toc = &toc;
            node.layer = slice.layer;
        }
        node.below.push_back({&toc, slice.layer, voice.begin, voice.end});
    }
    return voice.exact == kNone || (toc.type(voice.exact) == EntryType::Directory && !toc.opaque(voice.exact));
}

struct Heard {
    std::string_view name;
    std::size_t slice = 0;
    Voice voice;
};

// Every child that a slice speaks of; a child with an entry and a subtree may come as two.
void hear(const Slice& slice, std::size_t number, std::string_view path, std::vector<Heard>& heard) {
    const std::size_t prefix = path.empty() ? 0 : path.size() + 1;
    for (std::size_t i = slice.begin; i < slice.end;) {
        const std::string_view whole = slice.toc->path(i);
        const std::string_view rest = whole.substr(prefix);
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos) {
            heard.push_back({rest, number, {i, 0, 0}});
            ++i;
        } else {
            const std::size_t end = endOfSubtree(*slice.toc, i, slice.end, whole.substr(0, prefix + slash));
            heard.push_back({rest.substr(0, slash), number, {kNone, i, end}});
            i = end;
        }
    }
}

}  // namespace

std::string joined(std::string_view directory, std::string_view name) {
    std::string path;
    path.reserve(directory.size() + 1 + name.size());
    path = directory;
    if (!path.empty()) {
        path += '/';
    }
    return path.append(name);
}

RootfsView::Found Node::found(std::string_view path) const {
    RootfsView::Found result;
    result.layer = layer;
    if (index != kNone) {
        result.entry = toc->entry(index);
        return result;
    }
    result.entry.path = path;
    result.entry.type = EntryType::Directory;
    result.entry.mode = 0755;
    result.implied = true;
    return result;
}

Node rootOf(const TocList& layers) {
    Node root;
    root.exists = true;
    for (std::size_t layer = layers.size(); layer-- > 0;) {
        const Toc& toc = *layers[layer];
        const bool exact = toc.size() > 0 && toc.path(0).empty();
        const Voice voice{exact ? 0 : kNone, exact ? std::size_t{1} : 0, toc.size()};
        if (!listen(root, {&toc, layer, 0, 0}, voice)) {
            break;
        }
    }
    return root;
}

Node childOf(const Node& directory, std::string_view path) {
    Node node;
    for (const Slice& slice : directory.below) {
        const Toc& toc = *slice.toc;
        std::size_t low = slice.begin;
        std::size_t high = slice.end;
        const auto below = [&](std::string_view bound, char last) {
            // lower bound of `bound`, followed by `last` unless that is zero
            std::size_t from = low;
            std::size_t to = high;
            while (from < to) {
                const std::size_t middle = from + (to - from) / 2;
                const std::string_view there = toc.path(middle);
                const int order = there.substr(0, bound.size()).compare(bound);
                const bool less =
                    order < 0 || (order == 0 && last != 0 &&
                                  (there.size() == bound.size() ||
                                   static_cast<unsigned char>(there[bound.size()]) < static_cast<unsigned char>(last)));
                if (less) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        };
        Voice voice;
        low = below(path, 0);
        if (low < slice.end && toc.path(low) == path) {
            voice.exact = low++;
        }
        voice.begin = below(path, '/');
        voice.end = endOfSubtree(toc, voice.begin, slice.end, path);
        if (!listen(node, slice, voice)) {
            break;
        }
    }
    return node;
}

std::vector<Child> childrenOf(const Node& directory, std::string_view path) {
    std::vector<Heard> heard;
    for (std::size_t number = 0; number < directory.below.size(); ++number) {
        hear(directory.below[number], number, path, heard);
    }
    const auto before = [](const Heard& a, const Heard& b) {
        const int order = a.name.compare(b.name);
        return order != 0 ? order < 0 : a.slice < b.slice;
    };
    if (!std::ranges::is_sorted(heard, before)) {
        std::ranges::sort(heard, before);
    }
    std::vector<Child> children;
    for (std::size_t i = 0; i < heard.size();) {
        const std::string_view name = heard[i].name;
        Node node;
        bool open = true;
        while (i < heard.size() && heard[i].name == name) {
            const std::size_t slice = heard[i].slice;
            Voice voice;
            for (; i < heard.size() && heard[i].name == name && heard[i].slice == slice; ++i) {
                if (heard[i].voice.exact != kNone) {
                    voice.exact = heard[i].voice.exact;
                } else {
                    voice.begin = heard[i].voice.begin;
                    voice.end = heard[i].voice.end;
                }
            }
            open = open && listen(node, directory.below[slice], voice);
        }
        if (node.exists) {
            children.push_back({name, std::move(node)});
        }
    }
    return children;
}

Node nodeAt(const TocList& layers, std::string_view path) {
    Node node = rootOf(layers);
    for (std::size_t end = 0; end < path.size() && node.exists;) {
        end = std::min(path.find('/', end + 1), path.size());
        node = childOf(node, path.substr(0, end));
    }
    return node;
}

}  // namespace slipway::layer::fold
