// The project: a folder, its open documents and its settings. What all panels read and none owns.
#pragma once

#include "project/build_settings.h"
#include "project/document.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace slipway::store {
class Store;
}

namespace slipway::project {

/// GUI thread; owned by main().
class Project : public QObject {
    Q_OBJECT
public:
    explicit Project(QObject* parent = nullptr);
    ~Project() override;

    /// Another folder (absolute). Documents stay open until the editor closes them.
    void open(const QString& folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString name() const;
    /// Relative to the folder where it is below it, else as it is.
    [[nodiscard]] QString relative(const QString& path) const;

    void add(Document* document);
    void remove(Document* document);
    void setActive(Document* document);  ///< of the tab in front; null for a tab that isn't a document
    void noteEdit(Document* document);
    [[nodiscard]] const std::vector<Document*>& documents() const { return m_documents; }
    [[nodiscard]] Document* document(const QString& path) const;
    [[nodiscard]] Document* active() const { return m_active; }
    /// Saves what is changed; the first failure, if any. A document that goes before it is saved is one.
    [[nodiscard]] QFuture<Result<>> saveAll();

    /// Absolute path of the Dockerfile in question: the active tab's, else the last one that was, else the folder's
    /// Dockerfile, else its Containerfile; empty where there is none.
    [[nodiscard]] QString dockerfile() const { return m_dockerfile; }
    /// Does a name say that it is a Dockerfile?
    [[nodiscard]] static bool isDockerfile(const QString& path);
    /// Or a .dockerignore, or one that belongs to one Dockerfile?
    [[nodiscard]] static bool isIgnoreFile(const QString& path);
    /// Looks again for the folder's Dockerfile: one came or went.
    void refreshDockerfile();

    /// Directories (absolute) below the folder in which something changed on disk.
    void noteDiskChange(const QSet<QString>& directories);

    [[nodiscard]] const BuildSettings& settings() const { return m_settings; }
    void setSettings(const BuildSettings& settings);

    /// The store, opened in the background; null until storeOpened() and where it can't be opened.
    [[nodiscard]] std::shared_ptr<store::Store> store() const { return m_store; }
    void setStore(std::shared_ptr<store::Store> store);
    /// Why it can't be opened; empty where it is open, or nobody tried yet.
    [[nodiscard]] QString storeProblem() const { return m_storeProblem; }
    void refuseStore(const QString& reason);
    /// For what someone waits for while typing: one thread, in order, never behind a forecast.
    [[nodiscard]] QThreadPool& quickThread() const { return m_quick; }

Q_SIGNALS:
    void folderChanged();
    void documentsChanged();
    void activeChanged();
    void edited(slipway::project::Document* document);
    void dockerfileChanged();
    void settingsChanged();
    void storeOpened();
    void storeRefused();
    void tagsChanged();  ///< an image got a name, or lost one
    void diskChanged(const QSet<QString>& directories);

private:
    QString m_folder;
    std::vector<Document*> m_documents;
    Document* m_active = nullptr;
    QString m_dockerfile;
    BuildSettings m_settings;
    std::shared_ptr<store::Store> m_store;
    QString m_storeProblem;
    mutable QThreadPool m_quick;
};

}  // namespace slipway::project
