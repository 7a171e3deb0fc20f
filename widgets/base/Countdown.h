#pragma once

#include "models/base/Clock.h"
#include "widgets/base/PlainText.h"

#include <QBasicTimer>

#include <optional>

namespace base {

/// Says when something is tried again, and counts the seconds until then while it can be seen. A screen reader is told the moment
/// once, not every second.
class Countdown final : public PlainLabel
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit Countdown(const Clock &clock = Clock::system(), QWidget *parent = nullptr);

    /// Without a moment there is nothing to see.
    void countTo(std::optional<SystemTime> moment);
    /// "Next attempt at 14:02:11."; empty without a moment.
    static QString sentence(const std::optional<SystemTime> &moment);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void tick();
    QString words(std::chrono::seconds left) const;

    const Clock &m_clock;
    std::optional<SystemTime> m_moment;
    QBasicTimer m_second;
};

} // namespace base
