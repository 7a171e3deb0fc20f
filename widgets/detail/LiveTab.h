#pragma once

#include "widgets/base/Page.h"
#include "widgets/detail/KubectlCommand.h"
#include "widgets/detail/WatchedObject.h"

#include <memory>

class QStackedLayout;

namespace base {
class StateNotice;
}

namespace detail {

/// A tab that shows the object itself. Before there is one it says why; it works only while it is on screen.
class LiveTab : public base::ObjectTab
{
    Q_OBJECT

public:
    explicit LiveTab(std::shared_ptr<WatchedObject> object, QWidget *parent = nullptr);

    QString apiCall() const override { return getCall(m_object->name()); }
    bool isSettled() const override { return m_object->state().isKnown() && !m_dirty; }

protected:
    WatchedObject &watched() const { return *m_object; }
    /// The widget that shows the object; once, while the tab is made.
    void setContent(QWidget *content);
    /// The object is another than before.
    virtual void showObject(const text::Value &object) = 0;
    /// Shows it again although it is the same.
    void showAgain();

    void showEvent(QShowEvent *event) override;

private:
    void update();

    std::shared_ptr<WatchedObject> m_object;
    std::shared_ptr<const text::Value> m_shown;
    bool m_dirty = true;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
};

} // namespace detail
