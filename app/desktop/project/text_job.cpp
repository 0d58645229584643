#include "project/text_job.h"

#include "plan/add_host.h"
#include "plan/build_arg.h"

#include <QFile>

#include <cstdlib>

namespace slipway::project {

plan::Options optionsFor(const BuildSettings& settings, const QString& path) {
    plan::Options options;
    for (const QString& line : settings.buildArgs) {
        auto argument = plan::readBuildArg(line.toStdString());
        if (!argument)
            continue;
        if (argument->value)
            options.buildArgs.insert_or_assign(argument->name, std::move(*argument->value));
        else if (const char* const value = std::getenv(argument->name.c_str()))
            options.buildArgs.insert_or_assign(argument->name, value);
    }
    options.network = settings.network.toStdString();
    for (const QString& words : settings.addHosts.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (auto host = plan::readAddHost(words.toStdString()))
            options.addHosts.push_back(std::move(*host));
    }
    options.target = settings.target.toStdString();
    // Every stage is looked at, so that each has its states; which one is built is asked when it is.
    options.all = true;
    options.path = path.toStdString();
    return options;
}

std::shared_ptr<Snapshot> readText(const TextInput& input) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->path = input.path;
    snapshot->revision = input.revision;
    std::string text;
    if (input.text) {
        text = input.text->toStdString();
    } else {
        QFile file(input.path);
        if (!file.open(QIODevice::ReadOnly))
            return snapshot;
        text = file.readAll().toStdString();
    }
    snapshot->tree = dockerfile::SyntaxTree::parse(std::move(text), input.previous.get());
    snapshot->outline = std::make_shared<const dockerfile::Outline>(dockerfile::outline(*snapshot->tree));
    snapshot->plan = std::make_shared<const plan::BuildPlan>(
        plan::plan(snapshot->tree, optionsFor(input.settings, input.path), input.knowledge.bases));
    snapshot->knowledge = input.knowledge;
    return snapshot;
}

std::shared_ptr<Snapshot> analyseText(const TextInput& input) {
    auto snapshot = readText(input);
    if (!snapshot->plan)
        return snapshot;
    if (!snapshot->knowledge.files)
        snapshot->knowledge.files = readCheckFiles(input.folder, input.path, input.unsaved);
    Problems problems = problemsOf(*snapshot->plan, snapshot->knowledge);
    snapshot->problems = std::move(problems.here);
    snapshot->elsewhere = std::move(problems.elsewhere);
    return snapshot;
}

}  // namespace slipway::project
