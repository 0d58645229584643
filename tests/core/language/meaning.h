// What a build makes of a Dockerfile, as one text: operations, keys, config and history of every stage, and the
// messages of what is wrong. Two texts that mean the same give the same.
#pragma once

#include "cache/key.h"
#include "plan/plan.h"

#include <algorithm>
#include <string>

namespace slipway {

class Meaning {
public:
    static std::string of(const std::string& text, const cache::Surroundings& surroundings = {}) {
        plan::Options options;
        options.all = true;
        Meaning meaning(plan::plan(dockerfile::SyntaxTree::parse(text), options, bases()), surroundings);
        return std::move(meaning.m_out);
    }

private:
    Meaning(const plan::BuildPlan& plan, const cache::Surroundings& surroundings)
        : m_plan(plan), m_surroundings(surroundings) {
        for (const plan::Stage& stage : plan.stages) {
            add("stage", stage.name);
            origin(stage.base);
            config(stage.config);
            for (const plan::HistoryItem& item : stage.history)
                add("history", m_plan.createdBy(item));
            for (const int index : stage.steps) {
                const plan::Step& step = plan.steps[static_cast<std::size_t>(index)];
                list("variables", step.variables);
                std::visit([this](const auto& operation) { this->operation(operation); }, step.operation);
            }
        }
        std::vector<std::string> problems;
        for (const plan::Problem& problem : plan.problems)
            problems.push_back(problem.message);
        list("problems", problems);
        for (const plan::UnsetVariable& unset : plan.unset)
            add("unset", unset.name);
        for (const plan::FromImage& image : plan.images)
            add("image", image.name + ' ' + image.platform.value_or(image::Platform{}).toString());
    }

    static const plan::Bases& bases() {
        static const plan::Bases made = [] {
            plan::Bases out;
            auto config = std::make_shared<image::Config>();
            config->platform = image::Platform::host();
            config->env = {"PATH=/usr/bin:/bin"};
            config->onbuild = {"COPY  . /src", "RUN make  all"};
            out[{"base"}] = {layer::Digest::of("base"), {}, config};
            return out;
        }();
        return made;
    }

    void add(std::string_view name, std::string_view value) { m_out.append(name).append(": ").append(value) += '\n'; }
    void list(std::string_view name, const std::vector<std::string>& values) {
        for (const std::string& value : values)
            add(name, value);
    }
    void number(std::string_view name, long long value) { add(name, std::to_string(value)); }
    void origin(const plan::Origin& origin) {
        number("origin", static_cast<long long>(origin.index()));
        if (const auto* image = std::get_if<plan::FromImage>(&origin))
            add("image", image->name);
        if (const auto* stage = std::get_if<plan::FromStage>(&origin))
            number("of stage", stage->stage);
    }
    void key(const Result<cache::Key>& key) {
        if (key)
            add("key", key->digest.hex());
    }

    void operation(const plan::ImageOperation& image) {
        add("image", image.name);
        key(cache::imageKey(image, layer::Digest::of(image.name)));
    }
    void operation(const plan::RunOperation& run) {
        list("argument", run.arguments());
        list("environment", *run.setting->environment);
        for (const dockerfile::Heredoc& heredoc : run.heredocs)
            add(heredoc.name, heredoc.consumed());
        for (const plan::RunOperation::Mount& mount : run.mounts) {
            add("mount", mount.target + ' ' + mount.source + ' ' + mount.id + ' ' + mount.sharing);
            origin(mount.origin);
        }
        if (m_surroundings.context || run.mounts.empty())
            key(cache::runKey(run, m_plan.options, {}, m_surroundings));
    }
    void operation(const plan::CopyOperation& copy) {
        add(copy.add ? "add" : "copy", copy.destination + ' ' + copy.chown + ' ' + copy.chmod);
        number("flags", (copy.link ? 1 : 0) + (copy.parents ? 2 : 0) + (copy.unpack ? 4 : 0) +
                            (copy.unpack.value_or(false) ? 8 : 0));
        list("source", copy.sources);
        list("exclude", copy.exclude);
        for (const auto& file : copy.files)
            add(file.name, file.content);
        origin(copy.origin);
        if (m_surroundings.context && std::holds_alternative<plan::FromContext>(copy.origin)) {
            const auto step = cache::copyStep(copy, {}, m_surroundings);
            add("key", step ? step->key.digest.hex() : step.error().message);
        }
    }
    void operation(const plan::WorkdirOperation& workdir) {
        add("workdir", workdir.path + ' ' + workdir.user);
        if (const auto step = cache::workdirStep(workdir, {}))
            add("key", step->key.digest.hex());
    }

    void config(const image::Config& config) { add("config", config.toJson()); }

    plan::BuildPlan m_plan;
    const cache::Surroundings& m_surroundings;
    std::string m_out;
};

}  // namespace slipway
