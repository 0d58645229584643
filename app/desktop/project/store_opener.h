// Opens the user's store in the background and gives it to the project.
#pragma once

#include <QString>

#include <functional>

namespace slipway::project {

class Project;

/// GUI thread. `refused` hears the reason where the store can't be opened.
void openStore(Project& project, const std::function<void(const QString& reason)>& refused);

}  // namespace slipway::project
