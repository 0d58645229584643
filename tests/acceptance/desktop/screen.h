// A real X server of the test's own (Xvfb) with a window manager (openbox) on it.
#pragma once

#include <QProcess>
#include <QString>

namespace slipway::acceptance {

/// Ends both when it ends. Made before the application: it sets DISPLAY and the platform for it.
class Screen {
public:
    ~Screen();
    /// Empty where it stands, else a sentence that says what is missing.
    [[nodiscard]] QString start(int width, int height);
    [[nodiscard]] qint64 serverId() const { return m_server.processId(); }
    /// Writes what is on the screen to NAME.png in the folder that SLIPWAY_PICTURES names; nothing where it names none.
    void picture(const QString& name) const;
    /// As above, but always, into the current folder.
    void pictureOfFailure(const QString& name) const;

private:
    void save(const QString& file) const;

    QProcess m_server, m_manager;
    QString m_display;
};

}  // namespace slipway::acceptance
