// Opens the user's store in the background and gives it to the project.
#pragma once

#include <functional>

namespace slipway::project {

class Project;

/// GUI thread. `then` is called once the project has its store, or knows why it can't have one.
void openStore(Project& project, const std::function<void()>& then = {});

}  // namespace slipway::project
