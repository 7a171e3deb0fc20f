#include "widgets/base/StateNotice.h"

#include "widgets/base/Countdown.h"
#include "widgets/base/StrongFont.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace base {

StateNotice::StateNotice(Form form, QWidget *parent)
    : QWidget(parent), m_form(form), m_title(new PlainLabel(this)), m_detail(new PlainLabel(this)), m_nextAttempt(new Countdown(Clock::system(), this)), m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("stateNotice"));
    setAttribute(Qt::WA_StyledBackground);
    m_detail->setWordWrap(true);
    m_title->setWordWrap(true);
    m_buttons->setSpacing(2 * Theme::Step);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::Step);
    if (form == Form::Strip) {
        layout->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
        m_buttons->addStretch();
        auto *row = new QHBoxLayout;
        row->addWidget(m_title, 0);
        row->addSpacing(2 * Theme::Step);
        row->addWidget(m_detail, 1);
        row->addSpacing(2 * Theme::Step);
        row->addWidget(m_nextAttempt, 0);
        row->addSpacing(2 * Theme::Step);
        row->addLayout(m_buttons);
        layout->addLayout(row);
        m_title->setWordWrap(false);
    } else {
        for (QLabel *label : std::initializer_list<QLabel *>{m_title, m_detail, m_nextAttempt})
            label->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
        layout->addStretch(1);
        layout->addWidget(m_title);
        layout->addWidget(m_detail);
        layout->addWidget(m_nextAttempt);
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addLayout(m_buttons);
        row->addStretch();
        layout->addSpacing(2 * Theme::Step);
        layout->addLayout(row);
        layout->addStretch(2);
    }
    connect(&Theme::instance(), &Theme::changed, this, &StateNotice::recolor);
    recolor();
}

void StateNotice::tell(Meaning meaning, const QString &title, const QString &detail, const std::vector<Step> &steps, std::optional<SystemTime> nextAttempt)
{
    m_meaning = meaning;
    const QString sign = Theme::sign(meaning);
    m_title->show(sign.isEmpty() ? title : sign + u' ' + title);
    m_detail->show(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(title);
    m_nextAttempt->countTo(nextAttempt);
    const QString next = Countdown::sentence(nextAttempt);
    setAccessibleDescription(detail.isEmpty() || next.isEmpty() ? detail + next : detail + u'\n' + next);
    setSteps(steps);
    recolor();
}

/// A button that stays keeps its focus, and a click on it that has begun.
void StateNotice::setSteps(const std::vector<Step> &steps)
{
    m_steps = steps;
    const bool areSame = std::ranges::equal(steps, m_stepButtons, {}, [](const Step &step) { return buttonText(step.text); }, &QPushButton::text);
    if (areSame)
        return;
    for (QPushButton *button : m_stepButtons)
        button->deleteLater();
    m_stepButtons.clear();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto *button = new QPushButton(buttonText(steps[i].text), this);
        button->setAccessibleName(steps[i].text);
        connect(button, &QPushButton::clicked, this, [this, i] {
            const auto run = m_steps[i].run; // the step may tell something else
            run();
        });
        m_buttons->addWidget(button);
        m_stepButtons.push_back(button);
    }
}

void StateNotice::recolor()
{
    Theme &theme = Theme::instance();
    QPalette palette;
    palette.setColor(QPalette::WindowText, theme.color(m_meaning));
    m_title->setPalette(palette);
    QFont font = m_form == Form::Strip ? theme.bodyFont() : theme.titleFont();
    font.setWeight(strongWeight());
    m_title->setFont(font);
    QPalette secondary;
    secondary.setColor(QPalette::WindowText, theme.color(Meaning::Secondary));
    m_detail->setPalette(secondary);
    m_nextAttempt->setPalette(secondary);
    if (m_form == Form::Strip) {
        setStyleSheet(QStringLiteral("#stateNotice { background: %1; border-left: 3px solid %2; }")
                          .arg(theme.color(Meaning::Raised).name(), theme.color(m_meaning).name()));
    }
}

} // namespace base
