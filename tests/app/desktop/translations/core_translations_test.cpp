// What core says (core/text/say.h) is all in translations/core_de.ts, and nothing else is.
#include "checks/check.h"
#include "language/instruction_help.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <format>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

QString unescaped(QString literal) {
    return literal.replace(u"\\n"_s, u"\n"_s)
        .replace(u"\\t"_s, u"\t"_s)
        .replace(u"\\\""_s, u"\""_s)
        .replace(u"\\\\"_s, u"\\"_s);
}

/// The literals that stand in one source behind the words that mark them.
QStringList markedIn(const QString& source) {
    static const QRegularExpression mark(
        uR"re(\b(?:say|worded|fromErrno)\(\s*(?:[\w.]+(?:\(\))?,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+))re"_s);
    static const QRegularExpression piece(uR"re("((?:[^"\\]|\\.)*)")re"_s);
    QStringList out;
    for (auto all = mark.globalMatch(source); all.hasNext();) {
        QString text;
        for (auto pieces = piece.globalMatch(all.next().captured(1)); pieces.hasNext();)
            text += pieces.next().captured(1);
        out << unescaped(text);
    }
    return out;
}

QSet<QString> saidByCore() {
    QSet<QString> out;
    for (const QString& folder : {u"/core"_s, u"/app/worker"_s}) {
        QDirIterator files(QStringLiteral(SLIPWAY_SOURCES) + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                for (const QString& text : markedIn(QString::fromUtf8(file.readAll())))
                    out << text;
        }
    }
    const auto add = [&](std::string_view text) {
        if (!text.empty())
            out << QString::fromUtf8(text);
    };
    for (const checks::Rule* const rule : checks::rules()) {
        add(rule->description);
        add(rule->explanation);
    }
    for (const language::InstructionHelp& help : language::instructionHelp()) {
        add(help.text);
        for (const language::FlagHelp& flag : help.flags)
            add(flag.text);
    }
    for (const language::MountOption& option : language::mountOptions())
        add(option.text);
    for (const language::DirectiveHelp& directive : language::directiveHelp())
        add(directive.text);
    return out;
}

QHash<QString, QString> catalogue() {
    QHash<QString, QString> out;
    QFile file(QStringLiteral(SLIPWAY_SOURCES "/translations/core_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            out.insert(source, xml.attributes().hasAttribute("type"_L1) ? QString() : xml.readElementText());
    }
    return xml.hasError() ? QHash<QString, QString>() : out;
}

/// Which parts a pattern takes, "{}" by their place; nothing of what is in doubled braces.
QStringList partsOf(QString pattern) {
    static const QRegularExpression part(uR"re(\{(\d*)(?::[^}]*)?\})re"_s);
    pattern.remove(u"{{"_s).remove(u"}}"_s);
    QStringList out;
    for (auto all = part.globalMatch(pattern); all.hasNext();) {
        const QString number = all.next().captured(1);
        out << (number.isEmpty() ? QString::number(out.size()) : number);
    }
    out.sort();
    out.removeDuplicates();
    return out;
}

}  // namespace

class CoreTranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void germanIsComplete() {
        const QHash<QString, QString> words = catalogue();
        QStringList missing, gone;
        const QSet<QString> said = saidByCore();
        QVERIFY(said.size() > 100);
        for (const QString& text : said)
            if (words.value(text).isEmpty())
                missing << text;
        for (auto each = words.begin(); each != words.end(); ++each)
            if (!said.contains(each.key()))
                gone << each.key();
        QVERIFY2(missing.isEmpty(), qPrintable(u"not translated:\n"_s + missing.join(u'\n')));
        QVERIFY2(gone.isEmpty(), qPrintable(u"translated, but no longer in the sources:\n"_s + gone.join(u'\n')));
    }

    void partsSurviveTranslation() {
        const QHash<QString, QString> words = catalogue();
        for (auto each = words.begin(); each != words.end(); ++each)
            QVERIFY2(partsOf(each.key()) == partsOf(each.value()), qPrintable(each.key() + u" / "_s + each.value()));
    }
};

QTEST_GUILESS_MAIN(CoreTranslationsTest)
#include "core_translations_test.moc"
