#include "window/mirror_edit.h"

#include "registry/settings.h"

#include <QLineEdit>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway::window {

MirrorEdit::MirrorEdit(const theme::Theme& theme, QWidget* parent) : CheckedLine(theme, parent) {
    line().setPlaceholderText(u"docker.io=http://127.0.0.1:5000"_s);
    line().setToolTip(
        tr("Where images of a registry are fetched from instead: REGISTRY=URL, several separated by blanks"));
    line().setAccessibleName(tr("Registry mirror"));
    connect(&line(), &QLineEdit::textEdited, this, [this](const QString& text) {
        m_changed = true;
        const auto mirrors = registry::mirrorsFromWords(text.toStdString());
        complain(mirrors ? QString() : QString::fromStdString(mirrors.error().message));
    });
    connect(&line(), &QLineEdit::editingFinished, this, &MirrorEdit::commit);
    QtConcurrent::run([] {
        return registry::readSettings();
    }).then(this, [this](const Result<registry::SourceOptions>& settings) {
        if (!settings)
            complain(QString::fromStdString(settings.error().describe()));
        else if (!m_changed)
            line().setText(QString::fromStdString(registry::mirrorWords(*settings)));
    });
}

MirrorEdit::~MirrorEdit() { commit(); }

void MirrorEdit::commit() {
    if (!m_changed)
        return;
    auto mirrors = registry::mirrorsFromWords(line().text().toStdString());
    if (!mirrors)
        return;  // the sentence about it stands below the line
    m_changed = false;
    QtConcurrent::run([mirrors = std::move(*mirrors)] {
        auto done = registry::writeMirrors(mirrors);
        if (!done)
            qWarning("%s", done.error().describe().c_str());
        return done;
    }).then(this, [this](const Result<>& done) {
        complain(done ? QString() : QString::fromStdString(done.error().describe()));
        Q_EMIT written();
    });
}

}  // namespace slipway::window
