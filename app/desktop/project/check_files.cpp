#include "project/check_files.h"

#include "project/project.h"

namespace slipway::project {
namespace {

Result<context::Ignore> ignoreOf(const std::string& folder, const std::string& dockerfile, const std::string& file,
                                 const checks::UnsavedTexts& unsaved) {
    const auto typed = unsaved.find(file);
    if (typed == unsaved.end())
        return context::loadIgnore(folder, dockerfile);
    auto ignore = context::Ignore::compile(context::readIgnoreFile(typed->second));
    if (!ignore)
        ignore.error().path = file;
    return ignore;
}

}  // namespace

bool isCheckFile(const QString& path) {
    return Project::isIgnoreFile(path) || path.endsWith(QLatin1StringView(".yaml")) ||
           path.endsWith(QLatin1StringView(".yml"));
}

checks::UnsavedTexts unsavedCheckFiles(const Project& project) {
    checks::UnsavedTexts out;
    for (const Document* document : project.documents()) {
        if (document->isModified() && isCheckFile(document->path()))
            out.emplace(document->path().toStdString(), document->text().toStdString());
    }
    return out;
}

std::shared_ptr<const CheckFiles> readCheckFiles(const QString& folder, const QString& dockerfile,
                                                 const checks::UnsavedTexts& unsaved) {
    const std::string root = folder.toStdString(), path = dockerfile.toStdString();
    std::string ignoreFile = context::ignoreFileFor(root, path);
    auto ignore = ignoreOf(root, path, ignoreFile, unsaved);
    return std::make_shared<const CheckFiles>(
        CheckFiles{checks::configurationFor(root, root, unsaved), std::move(ignoreFile), std::move(ignore)});
}

}  // namespace slipway::project
