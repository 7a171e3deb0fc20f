#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace detail {

/// Puts widgets beside each other and goes on in the next line where the width ends.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rectangle) override;

private:
    /// Gives the height that the width needs; puts the items there when asked to.
    int arrange(const QRect &rectangle, bool place) const;

    int m_spacing;
    std::vector<QLayoutItem *> m_items;
};

} // namespace detail
