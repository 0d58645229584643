#include "window/application.h"

#include "theme/contrast_wish.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

constexpr const char* kUsage =
    "Usage: slipway-desktop [FOLDER|FILE]\n"
    "       slipway-desktop --picture FILE.png [--size WxH] [--scale N] [--theme light|dark] [FOLDER|FILE]\n\n"
    "Opens the workbench on a folder (with its Dockerfile) or a file. With --picture it draws the window\n"
    "with the newest build in it, without a display, and ends.\n";

[[noreturn]] void end(int status, const char* message) {
    std::fputs(message, status == 0 ? stdout : stderr);
    std::exit(status);
}

bool readSize(const QString& text, QSize& size) {
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return false;
    size = {parts[0].toInt(), parts[1].toInt()};
    return size.width() >= 320 && size.height() >= 240 && size.width() <= 16384 && size.height() <= 16384;
}

}  // namespace

CommandLine readCommandLine(int argc, char** argv) {
    CommandLine line;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        const auto value = [&]() -> QString {
            if (i + 1 >= argc)
                end(2, "slipway-desktop: an option lacks its value; see slipway-desktop --help\n");
            return QString::fromLocal8Bit(argv[++i]);
        };
        if (argument == "--help"_L1 || argument == "-h"_L1)
            end(0, kUsage);
        else if (argument == "--version"_L1)
            end(0, "slipway-desktop 0.1.0\n");
        else if (argument == "--picture"_L1)
            line.picture = value();
        else if (argument == "--size"_L1) {
            if (!readSize(value(), line.size))
                end(2, "slipway-desktop: --size wants WIDTHxHEIGHT, such as 1440x900\n");
        } else if (argument == "--scale"_L1)
            line.scale = std::clamp(value().toDouble(), 0.5, 4.0);
        else if (argument == "--theme"_L1)
            line.theme = value();
        else if (argument.startsWith(u'-') && argument.size() > 1 && !argument.startsWith("-platform"_L1))
            end(2, "slipway-desktop: unknown option; see slipway-desktop --help\n");
        else if (argument == "-platform"_L1)
            ++i;
        else
            line.path = argument;
    }
    if (!line.picture.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(line.scale));
    }
    if (line.path.isEmpty())
        line.path = u"."_s;
    return line;
}

void nameApplication(QApplication& application) {
    QApplication::setApplicationName(u"slipway-desktop"_s);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationDisplayName(u"Slipway"_s);
    QApplication::setDesktopFileName(u"org.slipway.Slipway"_s);
    QApplication::setApplicationVersion(u"0.1.0"_s);
    // Said at each start by the spelling library, and of no use to anyone.
    QLoggingCategory::setFilterRules(u"kf.sonnet.core.warning=false\nkf.sonnet.clients.*.warning=false"_s);
    auto* words = new QTranslator(&application);
    // English has plurals of its own, and is for whoever's language isn't there, the C locale too.
    if (words->load(QLocale(), u"slipway"_s, u"_"_s, u":/translations"_s) ||
        words->load(u":/translations/slipway_en"_s))
        QApplication::installTranslator(words);
    auto* qtWords = new QTranslator(&application);
    if (qtWords->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qtWords);
}

std::unique_ptr<theme::ContrastWish> followContrast(theme::Theme& theme) {
    auto wish = std::make_unique<theme::ContrastWish>(QDBusConnection::sessionBus());
    QObject::connect(wish.get(), &theme::ContrastWish::wished, &theme, [&theme](bool high) {
        theme.setHighContrast(high ? std::optional(theme::Theme::systemPalette()) : std::nullopt);
    });
    return wish;
}

// The configuration library keeps a list per thread in a static object, which ends before Qt's record of the main
// thread does, whatever we do. Qt warns of it; nothing is left or lost.
void silenceLibrariesAtExit() {
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
        if (!message.startsWith("QThreadStorage: Thread"_L1))
            before(type, context, message);
    });
}

}  // namespace slipway::window
