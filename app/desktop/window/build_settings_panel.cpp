#include "window/build_settings_panel.h"

#include "image/reference.h"
#include "plan/add_host.h"
#include "plan/build_arg.h"
#include "project/step_state.h"
#include "window/build_command.h"
#include "window/checked_field.h"
#include "window/checked_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

QString whyNoTag(const QString& word) {
    const auto name = image::Reference::parseNew(word.toStdString());
    return name ? QString() : QString::fromStdString(name.error().message);
}

QString whyNoHost(const QString& word) {
    const auto host = plan::readAddHost(word.toStdString());
    return host ? QString() : QString::fromStdString(host.error().message);
}

}  // namespace

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
    if (stageOf(*snapshot, now.target) < 0 && target->findData(now.target) < 0)
        target->addItem(tr("%1 (there is no such stage)").arg(project::targetWords(now.target)), now.target);
    target->setCurrentIndex(std::max(0, target->findData(now.target)));
    connect(target, &QComboBox::currentIndexChanged, this, [this, target] {
        change([&](project::BuildSettings& settings) { settings.target = target->currentData().toString(); });
    });
    form().addRow(tr("Target"), target);

    auto* args = new QPlainTextEdit(this);
    args->setPlainText(now.buildArgs.join(u'\n'));
    args->setPlaceholderText(tr("NAME=value, one a line"));
    args->setToolTip(tr("NAME=value, one a line; NAME alone takes its value from the environment"));
    args->setAccessibleName(tr("Build arguments"));
    args->setTabChangesFocus(true);
    args->setFrameShape(QFrame::Box);
    args->setFixedHeight(fontMetrics().lineSpacing() * 4 + 8);
    args->setFont(values.theme.codeFont());
    auto* argsRow = new CheckedField(args, values.theme, this);
    argsRow->complain(readArgs(args->toPlainText()).complaint);
    connect(args, &QPlainTextEdit::textChanged, this, [this, args, argsRow] {
        const Args read = readArgs(args->toPlainText());
        argsRow->complainSoon(read.complaint);
        change([&](project::BuildSettings& settings) { settings.buildArgs = read.lines; });
    });
    form().addRow(tr("Build arguments"), argsRow);

    auto* network = new QComboBox(this);
    network->addItem(tr("default: each step has its own"), u"default"_s);
    network->addItem(tr("none: no step has any"), u"none"_s);
    network->addItem(tr("host: that of this machine"), u"host"_s);
    network->setCurrentIndex(std::max(0, network->findData(now.network)));
    connect(network, &QComboBox::currentIndexChanged, this, [this, network] {
        change([&](project::BuildSettings& settings) { settings.network = network->currentData().toString(); });
    });
    form().addRow(tr("Network"), network);
    CheckedLine* hosts =
        addLine(tr("Hosts"), now.addHosts, whyNoHost,
                [](project::BuildSettings& settings, const QString& text) { settings.addHosts = text; });
    hosts->line().setPlaceholderText(tr("NAME:ADDRESS"));
    hosts->line().setToolTip(
        tr("Names for /etc/hosts of every step, several separated by blanks; the address "
           "host-gateway is that of this machine"));

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

    // Last: a Dockerfile may have many stages.
    if (snapshot->outline) {
        for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
            const QString name = stageTarget(*snapshot, stage.index);
            CheckedLine* tag = addLine(tr("Tag of %1").arg(project::targetWords(name)), now.tags.value(name), whyNoTag,
                                       [name](project::BuildSettings& settings, const QString& text) {
                                           if (text.isEmpty())
                                               settings.tags.remove(name);
                                           else
                                               settings.tags.insert(name, text);
                                       });
            tag->line().setPlaceholderText(tr("name:tag"));
        }
    }
}

CheckedLine* BuildSettingsPanel::addLine(
    const QString& label, const QString& now, const std::function<QString(const QString& word)>& refusal,
    const std::function<void(project::BuildSettings&, const QString& text)>& take) {
    auto* row = new CheckedLine(m_values.theme, this);
    row->line().setText(now);
    row->line().setAccessibleName(label);
    connect(&row->line(), &QLineEdit::textChanged, this, [this, row, refusal, take](const QString& typed) {
        const QString text = typed.simplified();
        QString complaint;
        for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
            if (complaint.isEmpty())
                complaint = refusal(word);
        }
        row->complainSoon(complaint);
        if (complaint.isEmpty())
            change([&](project::BuildSettings& settings) { take(settings, text); });
    });
    form().addRow(label, row);
    return row;
}

void BuildSettingsPanel::change(const std::function<void(project::BuildSettings&)>& how) {
    project::BuildSettings settings = m_values.project.settings();
    how(settings);
    m_values.project.setSettings(settings);
}

BuildSettingsPanel::Args BuildSettingsPanel::readArgs(const QString& text) {
    Args args;
    const auto complain = [&](const QString& sentence) {
        if (args.complaint.isEmpty())
            args.complaint = sentence;
    };
    for (const QString& typed : text.split(u'\n')) {
        // Blanks around a name are the typist's, those of a value its own.
        const qsizetype sign = typed.indexOf(u'=');
        const QString line = sign < 0 ? typed.trimmed() : typed.first(sign).trimmed() + typed.sliced(sign);
        if (line.isEmpty())
            continue;
        const auto argument = plan::readBuildArg(line.toStdString());
        if (!argument) {
            complain(QString::fromStdString(argument.error().message));
            continue;
        }
        args.lines.append(line);
        if (!argument->value && !qEnvironmentVariableIsSet(argument->name.c_str()))
            complain(tr("%1 gets no value: the environment that Slipway was started in has none. Write %1=value.")
                         .arg(line));
    }
    return args;
}

}  // namespace slipway::window
