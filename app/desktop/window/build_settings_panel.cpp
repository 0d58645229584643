#include "window/build_settings_panel.h"

#include "project/step_state.h"
#include "window/build_command.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace slipway::window {

BuildSettingsPanel::BuildSettingsPanel(const Values& values, QWidget* parent)
    : PopupPanel(tr("Build settings of %1").arg(values.project.name()), values.theme, parent), m_values(values) {
    const project::BuildSettings& now = values.project.settings();
    const auto snapshot = values.analysis.current();

    auto* target = new QComboBox(this);
    target->addItem(tr("Last stage"), QString());
    if (snapshot->outline) {
        for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
            const QString name = stageTarget(*snapshot, stage.index);
            target->addItem(project::targetWords(name), name);
        }
    }
    target->setCurrentIndex(std::max(0, target->findData(now.target)));
    connect(target, &QComboBox::currentIndexChanged, this, [this, target] {
        change([&](project::BuildSettings& settings) { settings.target = target->currentData().toString(); });
    });
    form().addRow(tr("Target"), target);

    if (snapshot->outline) {
        for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
            const QString name = stageTarget(*snapshot, stage.index);
            auto* tag = new QLineEdit(now.tags.value(name), this);
            tag->setPlaceholderText(tr("name:tag"));
            connect(tag, &QLineEdit::textChanged, this, [this, name](const QString& text) {
                change([&](project::BuildSettings& settings) {
                    if (text.trimmed().isEmpty())
                        settings.tags.remove(name);
                    else
                        settings.tags.insert(name, text.trimmed());
                });
            });
            form().addRow(tr("Tag of %1").arg(project::targetWords(name)), tag);
        }
    }

    auto* args = new QPlainTextEdit(this);
    QStringList lines;
    for (const auto& [key, value] : now.buildArgs.asKeyValueRange())
        lines.append(key + u'=' + value);
    args->setPlainText(lines.join(u'\n'));
    args->setPlaceholderText(tr("NAME=value, one a line"));
    args->setTabChangesFocus(true);
    args->setFrameShape(QFrame::Box);
    args->setFixedHeight(fontMetrics().lineSpacing() * 4 + 8);
    args->setFont(values.theme.codeFont());
    connect(args, &QPlainTextEdit::textChanged, this, [this, args] {
        change([&](project::BuildSettings& settings) { settings.buildArgs = parseArgs(args->toPlainText()); });
    });
    form().addRow(tr("Build arguments"), args);

    auto* noCache = new QCheckBox(tr("Run every step, whatever the cache has"), this);
    noCache->setChecked(now.noCache);
    connect(noCache, &QCheckBox::toggled, this,
            [this](bool on) { change([&](project::BuildSettings& settings) { settings.noCache = on; }); });
    form().addRow(tr("No cache"), noCache);
    auto* pull = new QCheckBox(tr("Ask the registry for newer base images"), this);
    pull->setChecked(now.pull);
    connect(pull, &QCheckBox::toggled, this,
            [this](bool on) { change([&](project::BuildSettings& settings) { settings.pull = on; }); });
    form().addRow(tr("Pull"), pull);
}

void BuildSettingsPanel::change(const std::function<void(project::BuildSettings&)>& how) {
    project::BuildSettings settings = m_values.project.settings();
    how(settings);
    m_values.project.setSettings(settings);
}

QMap<QString, QString> BuildSettingsPanel::parseArgs(const QString& text) {
    QMap<QString, QString> args;
    for (const QString& line : text.split(u'\n')) {
        const qsizetype sign = line.indexOf(u'=');
        if (sign > 0)
            args.insert(line.first(sign).trimmed(), line.sliced(sign + 1));
    }
    return args;
}

}  // namespace slipway::window
