#include "project/check_settings.h"

#include <QFile>

namespace slipway::project {

CheckSettings checkSettingsFor(const QString& folder) {
    const auto environment = [](const char* name) -> std::optional<std::string> {
        return qEnvironmentVariableIsSet(name) ? std::optional(qEnvironmentVariable(name).toStdString()) : std::nullopt;
    };
    const std::vector<std::string> paths =
        checks::configurationPaths(folder.toStdString(), folder.toStdString(), environment);
    CheckSettings out{.path = QString::fromStdString(paths.front()), .text = {}, .settings = {}, .complaint = {}};
    for (const std::string& path : paths) {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        out.path = file.fileName();
        out.text = file.readAll().toStdString();
        auto read = checks::readConfiguration(*out.text, path);
        if (read)
            out.settings = std::move(read->settings);
        else
            out.complaint = QString::fromStdString(read.error().describe());
        break;
    }
    return out;
}

}  // namespace slipway::project
