#pragma once

#include "widgets/detail/CellView.h"
#include "widgets/detail/LiveTab.h"

namespace detail {

class SummaryView;

/// The object told in groups, the words of its kind first.
class DetailsTab final : public LiveTab
{
    Q_OBJECT

public:
    DetailsTab(std::shared_ptr<WatchedObject> object, Resolver resolver, QWidget *parent = nullptr);

    QString command() const override;

protected:
    void showObject(const text::Value &object) override;

private:
    SummaryView *m_view;
};

} // namespace detail
