#pragma once

#include "widgets/base/ObjectPanel.h"
#include "widgets/detail/CellView.h"
#include "widgets/detail/WatchedObject.h"

#include <functional>
#include <memory>
#include <optional>

class QStackedLayout;
class QVBoxLayout;

namespace base {
class PlainLabel;
class StateNotice;
}

namespace detail {

class Findings;
class LinkButton;
class SummaryView;

/// The selected object of a table: its name and state, what is wrong with it, and what matters most of it. Live while it is on screen.
class SelectedObject final : public base::ObjectPanel
{
    Q_OBJECT

public:
    using Watch = std::function<std::shared_ptr<WatchedObject>(const kube::ResourceType &type, const base::Address &object)>;

    /// Takes the findings; null: nobody looks for what is wrong.
    SelectedObject(Watch watch, Findings *findings, Surroundings surroundings, QWidget *parent = nullptr);

    void showObject(const kube::ResourceType &type, const base::Address &object, std::shared_ptr<const text::Value> known) override;
    void showNothing() override;

    static constexpr int LabelWidth = 108;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What was asked for last.
    struct Chosen
    {
        kube::ResourceType type;
        base::Address address;
        std::shared_ptr<const text::Value> known;
        ObjectName name() const { return {type, address.namespaceName.toStdString(), address.name.toStdString()}; }
    };

    void makeHeader(QVBoxLayout *layout);
    /// What tells the same as the panel.
    QString command() const;
    QString apiCall() const;
    void copy(const QString &text);
    void look();
    void update();
    void updateHeader(const State &state);
    void tellSummary(const std::shared_ptr<const text::Value> &object);
    void recolor();

    Watch m_watch;
    Findings *m_findings;
    std::function<QString()> m_kubectlFor;      ///< as of its surroundings
    std::optional<Chosen> m_chosen;
    std::shared_ptr<WatchedObject> m_object;                ///< null: nobody looks, or nothing is asked for
    LinkButton *m_name;
    base::PlainLabel *m_place;
    LinkButton *m_kubectl;
    LinkButton *m_api;
    base::PlainLabel *m_word;
    base::PlainLabel *m_fresh;
    QStackedLayout *m_stack;
    base::StateNotice *m_notice;
    SummaryView *m_view;
};

} // namespace detail
