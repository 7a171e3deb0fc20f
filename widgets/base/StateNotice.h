#pragma once

#include "models/base/Clock.h"
#include "widgets/base/Theme.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QPushButton;

namespace base {

class Countdown;
class PlainLabel;

/// Says what happened, to what, why, and offers the next step: a strip above rows that are still shown, or the middle of a page
/// that has none.
class StateNotice final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Strip, Centered };

    explicit StateNotice(Form form, QWidget *parent = nullptr);

    struct Step
    {
        QString text;
        std::function<void()> run;
    };
    /// The title is short, the detail may hold a server's words; all of it is shown as plain text. The moment is when it is tried
    /// again without anybody's doing.
    void tell(Meaning meaning, const QString &title, const QString &detail, const std::vector<Step> &steps = {}, std::optional<SystemTime> nextAttempt = {});

private:
    void recolor();
    void setSteps(const std::vector<Step> &steps);

    Form m_form;
    Meaning m_meaning = Meaning::Unknown;
    PlainLabel *m_title;
    PlainLabel *m_detail;
    Countdown *m_nextAttempt;
    QHBoxLayout *m_buttons;
    std::vector<Step> m_steps;
    std::vector<QPushButton *> m_stepButtons;
};

} // namespace base
