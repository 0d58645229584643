#include "window/settings_panel.h"

#include "window/actions.h"
#include "window/application.h"
#include "window/mirror_edit.h"

#include <QComboBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QSettings>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace slipway::window {

SettingsPanel::SettingsPanel(const Values& values, Actions& actions, QWidget* parent)
    : PopupPanel(tr("Settings"), values.theme, parent) {
    theme::Theme* look = &values.theme;
    auto* theme = new QComboBox(this);
    theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    theme->setCurrentIndex(static_cast<int>(look->choice()));
    connect(theme, &QComboBox::currentIndexChanged, this, [look](int index) {
        QSettings().setValue(u"theme"_s, index);
        look->choose(static_cast<theme::Theme::Choice>(index));
    });
    form().addRow(tr("Theme"), theme);

    auto* family = new QFontComboBox(this);
    family->setFontFilters(QFontComboBox::MonospacedFonts);
    family->setCurrentFont(look->codeFont());
    auto* size = new QSpinBox(this);
    size->setRange(6, 40);
    size->setSuffix(tr(" pt"));
    size->setValue(static_cast<int>(look->codeFont().pointSizeF()));
    const auto setFont = [look, family, size] {
        QSettings settings;
        settings.setValue(u"font/family"_s, family->currentFont().family());
        settings.setValue(u"font/size"_s, size->value());
        look->setCodeFont(family->currentFont().family(), size->value());
    };
    connect(family, &QFontComboBox::currentFontChanged, this, setFont);
    connect(size, &QSpinBox::valueChanged, this, setFont);
    form().addRow(tr("Code font"), family);
    form().addRow(tr("Code size"), size);

    auto* keys = new QComboBox(this);
    keys->setObjectName(u"keys"_s);
    keys->addItems({tr("As in Kate"), tr("As in VS Code")});
    keys->setCurrentIndex(static_cast<int>(actions.scheme()));
    connect(keys, &QComboBox::currentIndexChanged, this, [&actions](int index) {
        actions.setScheme(static_cast<KeyScheme>(index));
        rememberKeyScheme(actions.scheme());
    });
    form().addRow(tr("Keys"), keys);

    form().addRow(tr("Registry mirror"), new MirrorEdit(values.theme, this));
}

void applySettings(theme::Theme& theme, const CommandLine& line) {
    const QSettings settings;
    using Choice = theme::Theme::Choice;
    theme.choose(line.theme == "dark"_L1 ? Choice::Dark
                 : line.theme == "light"_L1
                     ? Choice::Light
                     : static_cast<Choice>(std::clamp(settings.value(u"theme"_s).toInt(), 0, 2)));
    theme.setCodeFont(settings.value(u"font/family"_s).toString(), settings.value(u"font/size"_s).toInt());
}

}  // namespace slipway::window
