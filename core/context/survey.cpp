#include "context/survey.h"

#include "context/context_data.h"

#include <algorithm>

namespace slipway::context {

namespace {

class Surveyor {
public:
    Surveyor(Directories& directories, const Ignore& ignore) : m_directories(directories) {
        m_out.ignore = ignore;
        m_out.uses.resize(ignore.patterns().size());
    }

    Survey run(const Directory& root) {
        look(root);
        std::ranges::sort(m_out.files, {}, &Survey::File::path);
        lookDeeper();
        return std::move(m_out);
    }

private:
    void decides(int pattern) {
        if (pattern >= 0) {
            m_out.uses[static_cast<std::size_t>(pattern)].decides = true;
        }
    }

    void look(const Directory& directory) {
        std::ranges::for_each(directory.leftOutBy, [this](int pattern) { decides(pattern); });
        for (const Item& item : directory.items) {
            decides(item.verdict.pattern);
            const std::string path = below(directory.path, item.name);
            if (item.isDirectory()) {
                look(m_directories.at(path, item.verdict));
                continue;
            }
            const std::uint64_t size = item.type == layer::EntryType::File ? item.stamp.size : 0;
            m_out.files.push_back({path, size});
            m_out.size += size;
        }
    }

    /// "*.pyc" counts at the context's root alone, which is not what everybody means by it.
    void lookDeeper() {
        std::vector<IgnorePattern> deep;
        std::vector<std::size_t> of;
        const auto& patterns = m_out.ignore.patterns();
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            const std::string& text = patterns[i].text;
            if (!m_out.uses[i].decides && !patterns[i].exception && !text.contains('/') && text != "." &&
                !text.starts_with("**")) {
                deep.push_back({.text = "**/" + text});
                of.push_back(i);
            }
        }
        const auto compiled = Ignore::compile(std::move(deep));
        if (!compiled || of.empty()) {
            return;
        }
        for (const Survey::File& file : m_out.files) {
            if (const auto verdict = compiled->matches(file.path); verdict.ignored) {
                ++m_out.uses[of[static_cast<std::size_t>(verdict.pattern)]].deeper;
            }
        }
    }

    Directories& m_directories;
    Survey m_out;
};

}  // namespace

Result<Survey> ContextTree::survey() {
    const std::scoped_lock lock(m_data->mutex);
    Directory& root = m_data->directories.at({}, {});
    if (const auto listed = m_data->directories.listAll(root); !listed) {
        return fail(listed.error());
    }
    return Surveyor(m_data->directories, m_data->options.ignore).run(root);
}

}  // namespace slipway::context
