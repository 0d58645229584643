// An open text file: the editor component's document, with saving and disk changes handled our own way.
#pragma once

#include "editor/file_look.h"
#include "project/document.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace KTextEditor {
class Document;
class View;
}  // namespace KTextEditor

namespace slipway::editor {

class UnsavedText;
struct LeftBehind;

/// GUI thread; owned by its page.
class CodeDocument : public QObject, public project::Document {
    Q_OBJECT
public:
    explicit CodeDocument(const QString& path, QObject* parent = nullptr);
    ~CodeDocument() override;

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] QString text() const override;
    /// The component breaks lines which are too long for it, and lets nobody write then: the text is the file's.
    [[nodiscard]] const project::ViewLines& viewLines() const override { return m_viewLines; }
    [[nodiscard]] qint64 revision() const override;
    [[nodiscard]] bool isModified() const override;
    /// Not over what another program wrote since this text was read: then saveRefused().
    QFuture<Result<>> save() override;
    /// Over whatever is there.
    void saveOver();

    [[nodiscard]] KTextEditor::Document& component() const { return *m_document; }
    [[nodiscard]] QString encoding() const;
    /// "LF", "CRLF" or "CR", as it will be saved.
    [[nodiscard]] QString lineEnding() const;
    /// The kind that all lines will end with when it is saved. Counts as a change.
    void setLineEnding(const QString& ending);
    /// What the file's bytes say; none until they were read, a moment after opening.
    [[nodiscard]] const std::optional<FileLook>& look() const { return m_look; }
    /// What an earlier process left unsaved.
    [[nodiscard]] QFuture<std::optional<LeftBehind>> leftBehind() const;
    void restore(const LeftBehind& left);
    /// What was left behind; what stands here stays.
    void throwAway();
    /// Another text as one undoable change.
    void replace(const QString& text);
    /// Reads the file again as one undoable change.
    void takeFromDisk();
    /// Disk is as it is: what stands here counts.
    void keepMine();
    /// Its file got another name.
    void setPath(const QString& path);
    void discard();
    void flushUnsaved();

Q_SIGNALS:
    /// look() is known, or another.
    void looked();
    void edited();
    void modifiedChanged();
    void pathChanged();
    void saveFailed(const QString& message);
    /// The file is another than the one that was read here.
    void saveRefused(const QString& message);
    void saved();
    /// Someone else wrote or removed the file. `gone`: there is none now.
    void changedOnDisk(bool gone);
    /// It is, or is again, what was read or written here last.
    void sameOnDisk();

private:
    void watchFile();
    void diskChanged();
    void take(const FileLook& look);
    void findBreaks();
    void withdrawOffer();
    void reload();

    QString m_path;
    std::unique_ptr<KTextEditor::Document> m_document;  // ends with its views
    std::unique_ptr<UnsavedText> m_unsaved;
    std::optional<FileLook> m_look;
    project::ViewLines m_viewLines;
    QString m_fileText;             // where the view breaks lines
    QByteArray m_onDisk;            // digest of what we last read or wrote
    int m_saving = 0, m_saves = 0;  // under way; ended so far
    QFileSystemWatcher m_watch;
    QTimer m_diskPause;
};

}  // namespace slipway::editor
