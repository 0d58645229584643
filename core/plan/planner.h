// Works a plan out: reads a file's instructions, has its stages worked out part by part, and joins them. Internal to
// core/plan.
#pragma once

#include "plan/stage_planner.h"

namespace slipway::plan {

/// One use; thread: the caller's.
class Planner {
public:
    Planner(BuildPlan& plan, const Bases& bases) : m_plan(plan), m_file{.plan = plan, .bases = bases} {}
    void run();

private:
    void collectDiagnostics();
    void refuseOtherFrontends();
    void refuseCheckOptions();
    void readInstructions();
    /// What stands above the first FROM.
    void readTop();
    void globalArguments(const dockerfile::Arg& arg, const Site& site);
    /// Runs of stages that none below them is built on or named like.
    [[nodiscard]] std::vector<Part> partsOf() const;
    void join(std::vector<Part> parts);
    /// A circle of stages stops every build, reached or not.
    void tellCircles();
    void tellWhereThereIsNoStage();
    void chooseTarget();

    BuildPlan& m_plan;
    Reading m_file;
    std::vector<Forward> m_forward;
};

/// In graph.cpp: which stages the target needs, and the images to resolve.
void markReached(BuildPlan& plan);
void collectImages(BuildPlan& plan);

}  // namespace slipway::plan
