#pragma once

#include "widgets/detail/CellView.h"
#include "widgets/detail/LiveTab.h"

namespace detail {

class Relations;
class SummaryView;

/// The object told in groups, the words of its kind first.
class DetailsTab final : public LiveTab
{
    Q_OBJECT

public:
    DetailsTab(std::shared_ptr<WatchedObject> object, Surroundings surroundings, QWidget *parent = nullptr);
    /// What other objects say about this one is told too.
    void setRelations(Relations *relations);

    QString command() const override;

protected:
    void showObject(const text::Value &object) override;

private:
    SummaryView *m_view;
    Relations *m_relations = nullptr;
};

} // namespace detail
