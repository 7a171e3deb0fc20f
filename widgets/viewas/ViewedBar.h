#pragma once

#include "widgets/base/Address.h"
#include "widgets/viewas/ViewedSession.h"

#include <QWidget>

class QPushButton;

namespace base {
class PlainLabel;
}

namespace viewas {

/// Stands above everything that is seen with somebody else's eyes: whose they are, how it is known, and the way back.
class ViewedBar final : public QWidget
{
    Q_OBJECT

public:
    /// The session becomes its child.
    explicit ViewedBar(ViewedSession *session, QWidget *parent = nullptr);

    ViewedSession &session() { return *m_session; }
    /// Without it there is no page that could show what an identity may do.
    void offerAccess();
    /// Without it there is no page that explains refusals.
    void offerWhyNot();
    /// All that it says, as a screen reader does.
    QString text() const;

Q_SIGNALS:
    void stopRequested();
    void accessRequested();
    /// Where it is explained why the server refuses it.
    void whyNotRequested(const base::Address &address);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const QString &tip);
    void update();
    /// Readers say it whenever it comes into sight and whenever it says something else.
    void announce();
    std::optional<base::Address> explanation() const;
    void recolor();
    QString headline() const;
    QString detail() const;

    ViewedSession *m_session;
    base::PlainLabel *m_headline;
    base::PlainLabel *m_detail;
    QPushButton *m_otherWay;        ///< computed, or through the server again
    QPushButton *m_whyNot;          ///< of a refusal that can be explained
    QPushButton *m_access;
    QPushButton *m_stop;
    bool m_explains = false;        ///< refusals
    QString m_said;                 ///< what was announced
};

} // namespace viewas
