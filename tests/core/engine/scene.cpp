#include "scene.h"

#include "cache/pack.h"
#include "fixtures/fixture.h"
#include "store/archive.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <sqlite3.h>
#include <sys/stat.h>

namespace slipway::engine::tests {

QString busyboxRootfs() {
    static const QTemporaryDir folder;
    static const QString file = folder.filePath(QStringLiteral("rootfs.tar"));
    static const QString error = fixtures::run(QStringLiteral("busybox-rootfs"), {file});
    return error.isEmpty() ? file : QString();
}

namespace {

/// What the index knows of, relative to the store.
QSet<QString> recorded(const QString& home) {
    QSet<QString> out;
    sqlite3* index = nullptr;
    sqlite3_open_v2((home + QStringLiteral("/index.sqlite")).toUtf8().constData(), &index, SQLITE_OPEN_READONLY,
                    nullptr);
    const auto add = [](void* names, int, char** values, char**) {
        static_cast<QSet<QString>*>(names)->insert(QString::fromUtf8(values[0]));
        return 0;
    };
    sqlite3_exec(index, "SELECT 'snapshots/' || snapshot FROM layers UNION SELECT events FROM builds", add, &out,
                 nullptr);
    sqlite3_close(index);
    return out;
}

}  // namespace

StepEvent Ran::step(std::string_view name) const {
    StepEvent found;
    for (const BuildEvent& event : events) {
        const auto* step = std::get_if<StepEvent>(&event.what);
        if (step != nullptr && step->name.starts_with(name)) {
            found = *step;
        }
    }
    return found;
}

std::vector<std::string> Ran::states() const {
    std::vector<std::string> order;
    std::map<std::string, std::string> last;
    for (const BuildEvent& event : events) {
        if (const auto* step = std::get_if<StepEvent>(&event.what)) {
            if (!last.contains(step->id)) {
                order.push_back(step->id);
            }
            last[step->id] = stepStatusName(step->status);
        }
    }
    std::vector<std::string> out;
    for (const std::string& id : order) {
        out.push_back(last[id]);
    }
    return out;
}

std::string Ran::log(int stream) const {
    std::string out;
    for (const BuildEvent& event : events) {
        const auto* log = std::get_if<LogEvent>(&event.what);
        if (log != nullptr && (stream == 0 || log->stream == stream)) {
            out += log->text;
        }
    }
    return out;
}

std::optional<Error> Ran::error() const {
    for (const BuildEvent& event : events) {
        if (const auto* error = std::get_if<ErrorEvent>(&event.what)) {
            return error->error;
        }
    }
    return std::nullopt;
}

std::optional<ImageEvent> Ran::image(std::string_view target) const {
    std::optional<ImageEvent> out;
    for (const BuildEvent& event : events) {
        const auto* image = std::get_if<ImageEvent>(&event.what);
        const bool isAsked = image != nullptr && (target.empty() || image->target == target);
        if (isAsked && (!out || out->stageIndex <= image->stageIndex)) {  // stages end in any order
            out = *image;
        }
    }
    return out;
}

std::size_t Ran::count(StepStatus status) const {
    const auto all = states();
    return static_cast<std::size_t>(std::ranges::count(all, stepStatusName(status)));
}

QByteArray Ran::story() const {
    // What went wrong stands first: Qt Test cuts long messages.
    std::string out = error() ? error()->describe() + '\n' : std::string();
    for (const BuildEvent& event : events) {
        out += toJson(event) + '\n';
    }
    return QByteArray::fromStdString(out);
}

Scene::Scene(const QString& home) : m_home(home.isEmpty() ? m_storeFolder.filePath(QStringLiteral("store")) : home) {
    auto opened = store::Store::open(m_home.toStdString());
    if (!opened) {
        problem = QByteArray::fromStdString(opened.error().describe());
        return;
    }
    store = std::move(*opened);
    const QString rootfs = busyboxRootfs();
    if (rootfs.isEmpty()) {
        problem = "no busybox to make a base of";
        return;
    }
    const auto imported = store::importRootfs(*store, rootfs.toStdString(), "base:1");
    if (!imported) {
        problem = QByteArray::fromStdString(imported.error().describe());
    }
}

QString Scene::path(const QString& name) const { return m_folder.filePath(name); }

void Scene::write(const QString& name, const QByteArray& content, unsigned mode) const {
    const QString file = path(name);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (out.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        out.write(content);
    }
    out.close();
    chmod(file.toLocal8Bit().constData(), mode);
}

void Scene::remove(const QString& name) const { QFile::remove(path(name)); }

BuildRequest Scene::request(const QByteArray& dockerfile) const {
    BuildRequest request;
    request.folder = m_folder.path().toStdString();
    request.dockerfile = request.folder + "/Dockerfile";
    request.dockerfileText = dockerfile.toStdString();
    request.offline = true;
    return request;
}

Ran Scene::build(const QByteArray& dockerfile, const std::function<void(BuildRequest&)>& change) {
    BuildRequest asked = request(dockerfile);
    if (change) {
        change(asked);
    }
    return build(std::move(asked));
}

Ran Scene::build(BuildRequest request, std::stop_token stop) {
    Ran ran;
    ran.outcome = runBuild(
        store, std::move(request), {}, [&ran](const BuildEvent& event) { ran.events.push_back(event); },
        std::move(stop));
    return ran;
}

cache::Outlook Scene::forecast(const BuildRequest& request) const {
    cache::OutlookOptions options;
    options.folder = request.folder;
    options.dockerfile = request.dockerfile;
    options.plan.buildArgs = request.buildArgs;
    options.plan.target = request.target;
    options.plan.all = request.all;
    options.plan.path = request.dockerfile;
    options.plan.network = request.network;
    options.plan.addHosts = request.addHosts;
    options.noCache = request.noCache;
    options.cutoff = request.cutoff;
    return cache::outlook(request.dockerfileText.value_or(""), options, *store);
}

std::optional<cache::Root> Scene::root(const Ran& ran) const {
    const auto event = ran.image();
    if (!event) {
        return std::nullopt;
    }
    std::vector<Digest> diffIds;
    for (const auto& layer : event->layers) {
        diffIds.push_back(layer.diffId);
    }
    auto root = cache::rootOf(*store, std::move(diffIds));
    return root ? std::optional(std::move(*root)) : std::nullopt;
}

std::optional<layer::Entry> Scene::entry(const Ran& ran, const std::string& file) const {
    const auto view = root(ran);
    const auto found = view ? view->view.lookup(file) : std::nullopt;
    return found ? std::optional(found->entry) : std::nullopt;
}

QByteArray Scene::content(const Ran& ran, const std::string& file) const {
    const auto view = root(ran);
    const auto found = view ? view->view.lookup(file) : std::nullopt;
    if (!found) {
        return "(not there)";
    }
    const auto text = view->read(*found);
    return QByteArray::fromStdString(text ? *text : text.error().describe());
}

image::Config Scene::config(const Ran& ran) const {
    const auto event = ran.image();
    const auto image = event ? store->image(event->id) : std::nullopt;
    return image && *image ? (*image)->config : image::Config{};
}

QByteArray Scene::leftovers() const {
    QByteArray out;
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (mounts.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : mounts.readAll().split('\n')) {
            if (line.contains(m_home.toUtf8() + '/')) {
                out += "mount: " + line + '\n';
            }
        }
    }
    QDirIterator processes(QStringLiteral("/proc"), QDir::Dirs | QDir::NoDotAndDotDot);
    while (processes.hasNext()) {
        QFile line(processes.next() + QStringLiteral("/cmdline"));
        if (line.open(QIODevice::ReadOnly)) {
            const QByteArray words = line.readAll();
            if (words.contains(m_home.toUtf8())) {  // a worker, or a builder's child that is to become one
                out += "process: " + words + '\n';
            }
        }
    }
    const QSet<QString> owned = recorded(m_home);
    for (const char* name : {"snapshots", "logs", "tmp", "leases", "locks"}) {
        const QString folder = QLatin1StringView(name) + u'/';
        const QDir dir(m_home + u'/' + folder);
        for (const QString& file : dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
            // Locks that stay, and the scratch folders of living stores, which are empty.
            const bool shared =
                QLatin1StringView(name) == QLatin1StringView("locks") && !file.startsWith(QStringLiteral("key-"));
            const bool living =
                name[0] == 't' && (file.endsWith(QStringLiteral(".lock")) || QDir(dir.filePath(file)).isEmpty());
            if (!owned.contains(folder + file) && !shared && !living) {
                out += "file: " + (folder + file).toUtf8() + '\n';
            }
        }
    }
    return out;
}

}  // namespace slipway::engine::tests
