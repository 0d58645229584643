// The program around the window: its command line, its names, its words in the user's language.
#pragma once

#include <QSize>
#include <QString>

#include <memory>

class QApplication;

namespace slipway::theme {
class ContrastWish;
class Theme;
}  // namespace slipway::theme

namespace slipway::window {

struct CommandLine {
    QString path;     ///< folder or file; the current folder where none was given
    QString picture;  ///< render the window into this file and end; empty: an ordinary start
    QSize size{1440, 900};
    double scale = 1;
    QString theme;  ///< "light" or "dark" for this start only
};

/// Ends the program with a message and status 2 where the command line is wrong, and for --help and --version. Before
/// there is an application, whose platform a picture sets.
[[nodiscard]] CommandLine readCommandLine(int argc, char** argv);
/// Name, organisation, translations; makes files end where they belong.
void nameApplication(QApplication& application);
/// The system's high-contrast palette wins for as long as the system asks for one.
[[nodiscard]] std::unique_ptr<theme::ContrastWish> followContrast(theme::Theme& theme);
/// Call last, when nothing of ours runs any more.
void silenceLibrariesAtExit();

}  // namespace slipway::window
