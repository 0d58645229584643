#include "project/selection.h"

namespace slipway::project {

Selection::Selection(QObject* parent) : QObject(parent) {}

void Selection::choose(const Chosen& chosen, QObject* by) {
    if (chosen == m_current)
        return;
    m_current = chosen;
    Q_EMIT changed(m_current, by);
}

void Selection::reveal(const Chosen& chosen, QObject* by) {
    choose(chosen, by);
    Q_EMIT revealed(m_current, by);
}

void Selection::show(const QString& path, int line) { Q_EMIT shown(path, line); }

}  // namespace slipway::project
