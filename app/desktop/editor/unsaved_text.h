// What was typed and not saved, kept on disk so that it survives a kill.
#pragma once

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace slipway::editor {

/// Text that a process left behind.
struct LeftBehind {
    QString text;
    QDateTime at;
};

/// Keeps one document's unsaved text. GUI thread; writing happens in the background, a moment after each change.
class UnsavedText : public QObject {
    Q_OBJECT
public:
    /// `text` is asked for when there is something to keep.
    UnsavedText(QString path, std::function<QString()> text, QObject* parent = nullptr);
    ~UnsavedText() override;

    /// The text changed and isn't saved.
    void note();
    /// It is saved, or thrown away on purpose.
    void forget();
    /// Writes what is pending now; for the end of the program and for tests.
    void flush();

    /// What a process that is no more left for a path, if that isn't what stands on disk anyway.
    /// Reads in the background, before what anyone keeps for this path from now on; it stays, whatever is typed
    /// meanwhile, until forgetLeft() or until a later process leaves something.
    [[nodiscard]] static QFuture<std::optional<LeftBehind>> find(const QString& path, const QString& onDisk);
    static void forgetLeft(const QString& path);
    [[nodiscard]] static QString fileFor(const QString& path);

private:
    QString m_path;
    std::function<QString()> m_text;
    QTimer m_timer;
};

}  // namespace slipway::editor
