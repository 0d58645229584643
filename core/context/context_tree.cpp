#include "context/context_tree.h"

#include "context/context_data.h"

#include <fcntl.h>
#include <unistd.h>

namespace slipway::context {

namespace {
// Change times move in steps of the kernel's tick, 10 ms at most: a file read this soon after a change may be changed
// again and keep its times.
constexpr std::int64_t kGrainNs = 20'000'000;
}  // namespace

bool FileStamp::covers(const FileStamp& now) const {
    return size == now.size && inode == now.inode && device == now.device && mtimeNs == now.mtimeNs &&
           ctimeNs == now.ctimeNs && seenNs > ctimeNs + kGrainNs && !digest.isNull();
}

ContextTree::Data::~Data() {
    if (descriptor >= 0) {
        close(descriptor);
    }
}

ContextTree::ContextTree(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
ContextTree::~ContextTree() = default;

Result<std::shared_ptr<ContextTree>> ContextTree::open(ContextOptions options) {
    while (options.root.size() > 1 && options.root.ends_with('/')) {
        options.root.pop_back();
    }
    const int descriptor = ::open(options.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(Error::fromErrno("open the build context", options.root));
    }
    return std::shared_ptr<ContextTree>(new ContextTree(std::make_unique<Data>(std::move(options), descriptor)));
}

Result<layer::ByteSource> ContextTree::read(std::string_view path) const {
    // Not blocking on a FIFO that took a file's place.
    const auto file = m_data->scan.open(std::string(path), O_RDONLY | O_NONBLOCK);
    if (!file && m_data->scan.isSocket(std::string(path))) {
        return [] { return Result<std::string_view>(std::string_view()); };
    }
    return file ? layer::descriptorSource(*file, std::string(path)) : fail(file.error());
}

std::optional<std::string> ContextTree::overlayText(std::string_view path) const {
    const auto document = m_data->options.overlay.find(path);
    return document == m_data->options.overlay.end() ? std::nullopt : std::optional(document->second);
}

Ignore::Verdict ContextTree::verdict(std::string_view path) const { return m_data->options.ignore.matches(path); }

const std::string& ContextTree::root() const { return m_data->options.root; }

}  // namespace slipway::context
