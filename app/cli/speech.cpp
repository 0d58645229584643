#include "speech.h"

#include "text/say.h"

#include <QLocale>
#include <QTranslator>

namespace slipway::cli {

void speak(const std::string& tag) {
    static QTranslator words;
    if (!words.load(QLocale(QString::fromStdString(tag)), QStringLiteral("core"), QStringLiteral("_"),
                    QStringLiteral(":/translations"))) {
        text::speakWith(nullptr);
        return;
    }
    text::speakWith(
        [](std::string_view english) { return words.translate("core", std::string(english).c_str()).toStdString(); });
}

}  // namespace slipway::cli
