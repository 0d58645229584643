#include "window/store_label.h"

#include "project/builds.h"
#include "project/project.h"
#include "store/store.h"
#include "theme/theme.h"
#include "units/units.h"

#include <QtConcurrentRun>

#include <numeric>
#include <utility>

namespace slipway::window {

StoreLabel::StoreLabel(project::Project& project, project::Builds& builds, const theme::Theme& theme, QWidget* parent)
    : QLabel(parent), m_project(project), m_theme(theme) {
    hide();
    connect(&project, &project::Project::storeRefused, this, &StoreLabel::sayRefusal);
    connect(&theme, &theme::Theme::changed, this, [this] {
        if (!m_project.storeProblem().isEmpty())
            sayRefusal();
    });
    connect(&project, &project::Project::storeOpened, this, &StoreLabel::look);
    connect(&project, &project::Project::tagsChanged, this, &StoreLabel::look);
    connect(&builds, &project::Builds::ended, this, &StoreLabel::look);
    look();
}

void StoreLabel::sayRefusal() {
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_theme.color(theme::Role::Failed));
    setPalette(palette);
    setText(tr("No store"));
    setToolTip(tr("%1\nThe next build tries to open it again.").arg(m_project.storeProblem()));
    show();
}

void StoreLabel::look() {
    const auto store = m_project.store();
    if (!store)
        return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    QtConcurrent::run([store] {
        return store->diskUsage();
    }).then(this, [this](const Result<std::vector<store::DiskUsage>>& usage) {
        m_looking = false;
        if (usage) {
            setPalette({});
            const auto size =
                std::accumulate(usage->begin(), usage->end(), std::uint64_t{0},
                                [](std::uint64_t sum, const store::DiskUsage& one) { return sum + one.size; });
            setText(tr("Store %1").arg(units::bytes(size)));
            setToolTip(tr("What images, layers and caches take on disk: %1").arg(units::bytesExact(size)));
            show();
        }
        if (std::exchange(m_again, false))
            look();
    });
}

}  // namespace slipway::window
