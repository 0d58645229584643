#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // lupdate looks through the sources anew, so a string that nobody translated shows up here.
    void germanIsComplete() {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"slipway_de.ts"_s);
        QVERIFY(QFile::copy(QStringLiteral(SLIPWAY_SOURCES "/translations/slipway_de.ts"), file));
        QProcess lupdate;
        lupdate.start(QStringLiteral(SLIPWAY_LUPDATE),
                      {u"-locations"_s, u"none"_s, u"-disable-heuristic"_s, u"sametext"_s, u"-disable-heuristic"_s,
                       u"similartext"_s, QStringLiteral(SLIPWAY_SOURCES "/app/desktop"), u"-ts"_s, file});
        QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0, lupdate.readAll().constData());
        QFile made(file);
        QVERIFY(made.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&made);
        QString context, source;
        QStringList missing, gone;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "translation"_L1) {
                ++messages;
                const QStringView type = xml.attributes().value("type"_L1);
                if (type == "unfinished"_L1)
                    missing << context + u": "_s + source;
                else if (type == "vanished"_L1 || type == "obsolete"_L1)
                    gone << context + u": "_s + source;
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages > 200);
        QVERIFY2(missing.isEmpty(), qPrintable(u"not translated:\n"_s + missing.join(u'\n')));
        QVERIFY2(gone.isEmpty(), qPrintable(u"translated, but no longer in the sources:\n"_s + gone.join(u'\n')));
    }

    // Alt and a letter opens a menu: one letter, one menu.
    void eachMenuHasALetterOfItsOwn() {
        const QStringList titles{u"&File"_s, u"&Edit"_s,  u"E&ditor"_s,  u"&Go"_s,
                                 u"&View"_s, u"&Build"_s, u"&Settings"_s};
        QFile file(QStringLiteral(SLIPWAY_SOURCES "/translations/slipway_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context, source;
        QMap<QString, QString> menus;  // by their letters
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "translation"_L1 && context == "slipway::window"_L1 && titles.contains(source)) {
                const QString words = xml.readElementText();
                const QString letter = words.mid(words.indexOf(u'&') + 1, 1).toUpper();
                QVERIFY2(words.contains(u'&') && !menus.contains(letter),
                         qPrintable(words + u" / "_s + menus.value(letter)));
                menus.insert(letter, words);
            }
        }
        QCOMPARE(menus.size(), titles.size());
    }

    void placeholdersSurviveTranslation() {
        QFile file(QStringLiteral(SLIPWAY_SOURCES "/translations/slipway_de.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        static const QRegularExpression place(u"%(?:[1-9]|n)"_s);
        const auto placesOf = [](const QString& text) {
            QStringList found;
            for (auto all = place.globalMatch(text); all.hasNext();)
                found << all.next().captured();
            found.removeDuplicates();
            found.sort();
            return found;
        };
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "translation"_L1) {
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QVERIFY2(placesOf(source) == placesOf(text), qPrintable(source + u" / "_s + text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
