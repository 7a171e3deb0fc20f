#pragma once

#include "widgets/base/Feature.h"
#include "widgets/base/Page.h"
#include "widgets/detail/WatchedObject.h"

#include <memory>
#include <vector>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace detail {

/// The page of one object: what it is called, how it is, and the tabs that features give its kind. Tabs are made when first looked at.
class ObjectPage final : public base::Page
{
    Q_OBJECT

public:
    ObjectPage(base::ClusterView &view, base::Address address, std::shared_ptr<WatchedObject> object, std::vector<const base::ObjectTabEntry *> tabs,
               QWidget *parent = nullptr);

    base::Address address() const override;
    QString title() const override;
    QString command() const override;
    QString apiCall() const override;
    std::vector<base::Command> commands() override;
    bool find() override;
    bool isSettled() const override;
    /// Goes to the tab that the address names.
    void showAgain(const base::Address &address) override;

private:
    struct Tab
    {
        const base::ObjectTabEntry *entry;
        base::ObjectTab *widget = nullptr;
    };

    QWidget *makeHeader();
    QWidget *makeTabBar();
    void selectTab(int index);
    base::ObjectTab *makeTab(Tab &tab);
    const base::ObjectTab *current() const;
    void update();
    void recolor();

    base::ClusterView &m_view;
    base::Address m_address;
    std::shared_ptr<WatchedObject> m_object;
    std::vector<Tab> m_tabs;
    base::PlainLabel *m_name;
    base::PlainLabel *m_place;
    base::PlainLabel *m_word;
    base::PlainLabel *m_fresh;
    base::StateNotice *m_notice;
    QTabBar *m_bar;
    QWidget *m_line;
    QStackedWidget *m_stack;
};

} // namespace detail
