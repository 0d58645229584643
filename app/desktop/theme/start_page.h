// What stands where there is nothing to show yet: a sentence in the middle, and below it what one may do first.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace slipway::theme {

class LinkButton;
class Theme;

/// GUI thread.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& sentence);
    /// The first of them that can be triggered, else the last. Once.
    void offer(const QList<QAction*>& actions);
    /// Shows the sentence alone, or what was offered, too.
    void setOffering(bool offering);

private:
    const Theme& m_theme;
    QLabel* m_sentence;
    QVBoxLayout* m_column;
    LinkButton* m_link = nullptr;
};

}  // namespace slipway::theme
