#include "project/check_settings.h"

#include <QFile>

namespace slipway::project {

CheckSettings checkSettingsFor(const QString& folder) {
    const std::string found = checks::findConfiguration(folder.toStdString(), folder.toStdString());
    CheckSettings out{.path = found.empty() ? folder + QStringLiteral("/.hadolint.yaml") : QString::fromStdString(found),
                      .text = {},
                      .settings = {},
                      .complaint = {}};
    if (QFile file(out.path); !found.empty() && file.open(QIODevice::ReadOnly)) {
        out.text = file.readAll().toStdString();
        if (auto read = checks::readConfiguration(*out.text, found))
            out.settings = std::move(read->settings);
        else
            out.complaint = QString::fromStdString(read.error().describe());
    }
    return out;
}

}  // namespace slipway::project
