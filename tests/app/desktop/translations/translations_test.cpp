#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

const QString kGerman = QStringLiteral(SLIPWAY_SOURCES "/translations/slipway_de.ts");

struct Message {
    QString context;
    QString source;
    QString type;         // "unfinished", "vanished", "obsolete"; empty where it is translated and used
    QString translation;  // with each of its plural forms
};

// Of a translation file; none where it can't be read.
std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> out;
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            message.context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            out.push_back(message);
        }
    }
    return xml.hasError() ? std::vector<Message>() : out;
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // lupdate looks through the sources anew, so a string that nobody translated shows up here.
    void germanIsComplete() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"slipway_de.ts"_s);
        QVERIFY(QFile::copy(kGerman, file));
        QProcess lupdate;
        lupdate.start(QStringLiteral(SLIPWAY_LUPDATE),
                      {u"-locations"_s, u"none"_s, u"-disable-heuristic"_s, u"sametext"_s, u"-disable-heuristic"_s,
                       u"similartext"_s, QStringLiteral(SLIPWAY_SOURCES "/app/desktop"), u"-ts"_s, file});
        QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0, lupdate.readAll().constData());
        const std::vector<Message> messages = messagesOf(file);
        QVERIFY(messages.size() > 200);
        QStringList missing, gone;
        for (const Message& message : messages) {
            if (message.type == "unfinished"_L1)
                missing << message.context + u": "_s + message.source;
            else if (message.type == "vanished"_L1 || message.type == "obsolete"_L1)
                gone << message.context + u": "_s + message.source;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"not translated:\n"_s + missing.join(u'\n')));
        QVERIFY2(gone.isEmpty(), qPrintable(u"translated, but no longer in the sources:\n"_s + gone.join(u'\n')));
    }

    // Alt and a letter opens a menu: one letter, one menu.
    void eachMenuHasALetterOfItsOwn() {
        const QStringList titles{u"&File"_s, u"&Edit"_s,  u"E&ditor"_s,  u"&Go"_s,
                                 u"&View"_s, u"&Build"_s, u"&Settings"_s};
        QMap<QString, QString> menus;  // by their letters
        for (const Message& message : messagesOf(kGerman)) {
            if (message.context != "slipway::window"_L1 || !titles.contains(message.source))
                continue;
            const QString& words = message.translation;
            const QString letter = words.mid(words.indexOf(u'&') + 1, 1).toUpper();
            QVERIFY2(words.contains(u'&') && !menus.contains(letter),
                     qPrintable(words + u" / "_s + menus.value(letter)));
            menus.insert(letter, words);
        }
        QCOMPARE(menus.size(), titles.size());
    }

    void placeholdersSurviveTranslation() {
        static const QRegularExpression place(u"%(?:[1-9]|n)"_s);
        const auto placesOf = [](const QString& text) {
            QStringList found;
            for (auto all = place.globalMatch(text); all.hasNext();)
                found << all.next().captured();
            found.removeDuplicates();
            found.sort();
            return found;
        };
        const std::vector<Message> messages = messagesOf(kGerman);
        QVERIFY(!messages.empty());
        for (const Message& message : messages)
            QVERIFY2(placesOf(message.source) == placesOf(message.translation),
                     qPrintable(message.source + u" / "_s + message.translation));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
