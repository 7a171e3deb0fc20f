#pragma once

#include "widgets/rbac/DraftsModel.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace base {
class PlainLabel;
class StateNotice;
class TextLabel;
}

namespace rbac {

class DraftEditor;
class DiffView;
class RuleHelper;

/// One draft: its text to type in, what differs from the object as read, what is wrong with it, and few words that become rules.
class DraftView final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftView(QWidget *parent = nullptr);

    /// The text of another draft; null: there is none.
    void begin(const DraftItem *item);
    /// Everything but the text; the head says what it is about where it was not read, and isThere whether its object is there now.
    void tell(const DraftItem *item, const QString &head, bool isThere);
    /// Which lines differ and which are wrong.
    void markLines(const DraftItem &item);
    /// Rules of those words at the top of the others.
    void addRules(const std::vector<PolicyRule> &rules);

    DraftEditor &editor() { return *m_editor; }
    RuleHelper &ruleHelper() { return *m_helper; }

Q_SIGNALS:
    void typed();
    void rulesWished(const QString &verbs, const QString &resources, const QString &names);
    /// What another wrote, or what was typed here.
    void takeNewWished();
    void keepMineWished();
    void noticed(const QString &text);

private:
    QWidget *makeHead();
    void showText();
    void tellProblem(const DraftItem &item, bool isThere);
    void tellMisunderstood(const std::vector<DraftProblem> &problems);

    bool m_isFilling = false;               ///< the editor gets a text that nobody typed
    bool m_isText = false;                  ///< and no end of an object
    std::string m_original;                 ///< the object as read
    base::PlainLabel *m_head;
    base::StateNotice *m_notice;
    QStackedWidget *m_views;
    DraftEditor *m_editor;
    DiffView *m_diff;
    base::TextLabel *m_empty;
    QWidget *m_nothing;                     ///< instead of an editor
    RuleHelper *m_helper;
    QPushButton *m_diffButton = nullptr;
};

} // namespace rbac
