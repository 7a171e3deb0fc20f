#pragma once

#include "widgets/detail/SectionView.h"

#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace detail {

class NoticeView;

/// A summary on screen. What changes is changed in place, so that the place one reads and what one selected stay.
class SummaryView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit SummaryView(Surroundings surroundings, QWidget *parent = nullptr);

    void setSummary(const Summary &summary);
    const Summary &summary() const { return m_summary; }

    static constexpr int WidestContent = 1000;

Q_SIGNALS:
    void openRequested(const base::Address &address);
    void noticed(const QString &text);
    void acted(const QString &act);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setNotices(const std::vector<Notice> &notices);
    /// The one before, unless it is taken already, else a new one.
    SectionView *viewOf(const Section &section, const std::vector<SectionView *> &taken);
    void recolor();
    void tick();

    Surroundings m_surroundings;
    Summary m_summary;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    std::vector<NoticeView *> m_notices;
    std::vector<SectionView *> m_sections;
    QTimer m_ticks;
};

} // namespace detail
