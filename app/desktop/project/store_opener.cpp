#include "project/store_opener.h"

#include "project/project.h"
#include "store/store.h"

#include <QtConcurrentRun>

namespace slipway::project {

void openStore(Project& project, const std::function<void()>& then) {
    QtConcurrent::run([] {
        return std::make_shared<Result<std::unique_ptr<store::Store>>>(store::Store::open(store::Store::defaultHome()));
    }).then(&project, [&project, then](const std::shared_ptr<Result<std::unique_ptr<store::Store>>>& opened) {
        // Another that asked meanwhile may have it by now, whatever became of this one.
        if (!project.store()) {
            if (*opened)
                project.setStore(std::shared_ptr<store::Store>(std::move(**opened)));
            else
                project.refuseStore(QString::fromStdString(opened->error().message));
        }
        if (then)
            then();
    });
}

}  // namespace slipway::project
