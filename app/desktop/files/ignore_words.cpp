#include "files/ignore_words.h"

#include <QCoreApplication>
#include <QFile>

namespace slipway::files {

QString IgnoreWords::whyIgnored(const QString& relativePath) const {
    const context::Ignore::Verdict verdict = ignore.matches(relativePath.toStdString());
    if (!verdict.ignored || verdict.pattern < 0)
        return {};
    const context::IgnorePattern& pattern = ignore.patterns()[static_cast<std::size_t>(verdict.pattern)];
    return QCoreApplication::translate("Files", "Left out by %1, line %2: %3")
        .arg(file)
        .arg(pattern.line)
        .arg(QString::fromStdString(pattern.text));
}

IgnoreWords readIgnore(const QString& folder, const QString& dockerfile, const checks::UnsavedTexts& unsaved) {
    IgnoreWords words;
    const QString path = QString::fromStdString(context::ignoreFileFor(folder.toStdString(), dockerfile.toStdString()));
    const auto typed = unsaved.find(path.toStdString());
    QFile file(path);
    if (path.isEmpty() || (typed == unsaved.end() && !file.open(QIODevice::ReadOnly)))
        return words;
    words.file = path.startsWith(folder + u'/') ? path.mid(folder.size() + 1) : path;
    const std::string text = typed == unsaved.end() ? file.readAll().toStdString() : typed->second;
    auto compiled = context::Ignore::compile(context::readIgnoreFile(text));
    if (compiled)
        words.ignore = std::move(*compiled);
    else
        words.problem = QString::fromStdString(compiled.error().message);
    return words;
}

}  // namespace slipway::files
