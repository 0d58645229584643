#include "window/mirror_edit.h"

#include "registry/settings.h"
#include "theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway::window {

MirrorEdit::MirrorEdit(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_complaint(new QLabel(this)) {
    m_line->setPlaceholderText(u"docker.io=http://127.0.0.1:5000"_s);
    m_line->setToolTip(
        tr("Where images of a registry are fetched from instead: REGISTRY=URL, several separated by blanks"));
    m_line->setAccessibleName(tr("Registry mirror"));
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme::Theme::smallFont());
    QPalette palette = m_complaint->palette();
    palette.setColor(QPalette::WindowText, theme.color(theme::Role::Failed));
    m_complaint->setPalette(palette);
    m_complaint->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_complaint);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_changed = true;
        const auto mirrors = registry::mirrorsFromWords(text.toStdString());
        complain(mirrors ? QString() : QString::fromStdString(mirrors.error().message));
    });
    connect(m_line, &QLineEdit::editingFinished, this, &MirrorEdit::commit);
    QtConcurrent::run([] {
        return registry::readSettings();
    }).then(this, [this](const Result<registry::SourceOptions>& settings) {
        if (!settings)
            complain(QString::fromStdString(settings.error().describe()));
        else if (!m_changed)
            m_line->setText(QString::fromStdString(registry::mirrorWords(*settings)));
    });
}

MirrorEdit::~MirrorEdit() { commit(); }

QString MirrorEdit::complaint() const { return m_complaint->text(); }

void MirrorEdit::complain(const QString& sentence) {
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

void MirrorEdit::commit() {
    if (!m_changed)
        return;
    auto mirrors = registry::mirrorsFromWords(m_line->text().toStdString());
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
