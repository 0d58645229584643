#include "editor/file_change.h"

#include "editor/code_document.h"
#include "editor/document_page.h"
#include "editor/file_look.h"
#include "editor/notice_bar.h"
#include "project/project.h"
#include "project/remedies.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

struct Replaced {
    std::optional<QString> before;  ///< none where there was no file
    Result<> result;
};

/// Its line ends stay as they are.
Replaced replaceOnDisk(const QString& path, const std::optional<QString>& text) {
    Replaced out;
    QString ending = u"LF"_s;
    if (QFile::exists(path)) {
        const FileText read = readText(path, u"UTF-8"_s);
        out.before = read.text;
        if (!read.look.ending().isEmpty())
            ending = read.look.ending();
    }
    if (text)
        out.result = writeText({.path = path, .text = *text, .encoding = u"UTF-8"_s, .ending = ending}).result;
    else
        QFile::remove(path);
    return out;
}

void replaceFile(DocumentPage& page, const project::Project& project, const QString& path,
                 const std::optional<QString>& text, const std::function<void(const std::optional<QString>&)>& then) {
    if (auto* open = dynamic_cast<CodeDocument*>(project.document(path)); open && text) {
        const QString before = open->text();
        const bool wasSaved = !open->isModified();
        open->replace(*text);
        if (wasSaved)  // else its author decides when what was typed there is written
            open->save();
        then(before);
        return;
    }
    QtConcurrent::run(replaceOnDisk, path, text).then(&page, [&page, then](const Replaced& done) {
        if (done.result)
            then(done.before);
        else
            page.showNotice(u"file"_s, QString::fromStdString(done.result.error().message),
                            static_cast<int>(NoticeBar::Kind::Error));
    });
}

}  // namespace

void changeFile(DocumentPage& page, const project::Project& project, const project::Remedy& remedy) {
    const QString path = remedy.file;
    replaceFile(page, project, path, remedy.fileText,
                [&page, &project, path, rule = remedy.rule](const std::optional<QString>& before) {
                    const QString words =
                        DocumentPage::tr("%1 is ignored in %2 now.").arg(rule, QFileInfo(path).fileName());
                    NoticeBar* bar = page.showNotice(u"file"_s, words, static_cast<int>(NoticeBar::Kind::Information));
                    bar->addAnswer(DocumentPage::tr("Undo"), [&page, &project, path, before] {
                        replaceFile(page, project, path, before, [](const std::optional<QString>&) {});
                    });
                });
}

}  // namespace slipway::editor
