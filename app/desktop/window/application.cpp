#include "window/application.h"

#include "text/say.h"
#include "theme/contrast_wish.h"
#include "theme/theme.h"

#include <KLocalizedString>

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

constexpr const char* kUsage =
    "Usage: slipway-desktop [FOLDER|FILE]\n"
    "       slipway-desktop --picture FILE.png [--size WxH] [--scale N] [--theme light|dark] [FOLDER|FILE]\n\n"
    "Opens the workbench on a folder (with its Dockerfile) or a file; where a window has that folder open,\n"
    "it comes to the front. With --picture it draws the window with the newest build in it, without a\n"
    "display, and ends.\n";

[[noreturn]] void end(const char* message) {
    std::fputs(message, stdout);
    std::exit(0);
}

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "slipway-desktop: %s See slipway-desktop --help.\n", qPrintable(why));
    std::exit(2);
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
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.push_back(QString::fromLocal8Bit(argv[i]));
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({{{u"h"_s, u"help"_s}, {}},
                       {u"version"_s, {}},
                       {u"picture"_s, {}, u"FILE.png"_s},
                       {u"size"_s, {}, u"WxH"_s},
                       {u"scale"_s, {}, u"N"_s},
                       {u"theme"_s, {}, u"NAME"_s},
                       {u"platform"_s, {}, u"NAME"_s}});  // Qt reads this one itself
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        end(kUsage);
    if (parser.isSet(u"version"_s))
        end("slipway-desktop " SLIPWAY_VERSION "\n");
    CommandLine line;
    line.picture = parser.value(u"picture"_s);
    if (parser.isSet(u"size"_s) && !readSize(parser.value(u"size"_s), line.size))
        refuse(u"--size wants WIDTHxHEIGHT, such as 1440x900."_s);
    if (parser.isSet(u"scale"_s)) {
        bool isNumber = false;
        line.scale = std::clamp(parser.value(u"scale"_s).toDouble(&isNumber), 0.5, 4.0);
        if (!isNumber)
            refuse(u"--scale wants a number, such as 2."_s);
    }
    line.theme = parser.value(u"theme"_s);
    if (parser.isSet(u"theme"_s) && line.theme != "light"_L1 && line.theme != "dark"_L1)
        refuse(u"--theme is light or dark."_s);
    const QStringList paths = parser.positionalArguments();
    if (paths.size() > 1)
        refuse(u"It opens one folder or file at a time."_s);
    line.path = paths.isEmpty() || paths.first().isEmpty() ? u"."_s : paths.first();
    if (!line.picture.isEmpty()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(line.scale));
    }
    return line;
}

void nameApplication(QApplication& application) {
    QApplication::setApplicationName(u"slipway-desktop"_s);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationDisplayName(u"Slipway"_s);
    QApplication::setDesktopFileName(u"org.slipway.Slipway"_s);
    QApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    // Said at each start by the spelling library, and of no use to anyone.
    QLoggingCategory::setFilterRules(u"kf.sonnet.core.warning=false\nkf.sonnet.clients.*.warning=false"_s);
    auto* words = new QTranslator(&application);
    // English has plurals of its own, and is for whoever's language isn't there, the C locale too.
    if (words->load(QLocale(), u"slipway"_s, u"_"_s, u":/translations"_s) ||
        words->load(u":/translations/slipway_en"_s))
        QApplication::installTranslator(words);
    auto* coreWords = new QTranslator(&application);
    if (coreWords->load(QLocale(), u"core"_s, u"_"_s, u":/translations"_s)) {
        QApplication::installTranslator(coreWords);
        // KTextEditor speaks a language only where the application does, which it looks for in a catalogue of this
        // name: its own is there in each language that it has.
        KLocalizedString::setApplicationDomain("ktexteditor6");
        text::speakWith([](std::string_view english) {
            const std::string source(english);
            return QCoreApplication::translate("core", source.c_str()).toStdString();
        });
    }
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
