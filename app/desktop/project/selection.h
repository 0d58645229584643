// What is chosen: one stage, step or image, for every panel at once.
#pragma once

#include <QObject>
#include <QString>

namespace slipway::project {

struct Chosen {
    int stage = -1;  ///< index of the stage it belongs to
    QString step;    ///< step id; empty where an instruction without a step, a stage or an image is chosen
    int line = 0;    ///< 1-based line in the Dockerfile, 0 where there is none
    QString image;   ///< "sha256:…", the image's ID; empty where none
    friend bool operator==(const Chosen&, const Chosen&) = default;
};

/// GUI thread. `by` is whoever chose, so that it need not follow its own choice.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] const Chosen& current() const { return m_current; }
    void choose(const Chosen& chosen, QObject* by);
    /// As choose(), and the editor comes to the front with the line (a click does this, a cursor's move doesn't).
    void reveal(const Chosen& chosen, QObject* by);
    /// The editor comes to the front with a line of another file (absolute) than the Dockerfile; what is chosen stays.
    void show(const QString& path, int line);

Q_SIGNALS:
    void changed(const slipway::project::Chosen& chosen, QObject* by);
    void revealed(const slipway::project::Chosen& chosen, QObject* by);
    void shown(const QString& path, int line);

private:
    Chosen m_current;
};

}  // namespace slipway::project
