// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapscene.h"
#include "app/map/maptiles.h"
#include "app/map/peerscene.h"
#include "app/me/avatarcontroller.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

#include <memory>

namespace islet {

//! The map as a Qt Quick item: parcels, moving people, me. Clicking a person selects them, clicking elsewhere walks
//! there, dragging moves the map, the wheel zooms about the cursor. Draws only when something has changed.
class MapItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::PeerScene *peerScene READ peerScene WRITE setPeerScene NOTIFY peerSceneChanged REQUIRED)
    Q_PROPERTY(islet::AvatarController *avatar READ avatar WRITE setAvatar NOTIFY avatarChanged REQUIRED)
    //! The ground tiles; nullptr for none.
    Q_PROPERTY(islet::MapTiles *tiles READ tiles WRITE setTiles NOTIFY tilesChanged)
    //! Keeps my avatar in the centre.
    Q_PROPERTY(bool follow READ follow WRITE setFollow NOTIFY followChanged)
    //! My voice is being sent.
    Q_PROPERTY(bool talking READ isTalking WRITE setTalking NOTIFY viewChanged)
    //! Reduced motion: no decorative animation.
    Q_PROPERTY(bool still READ isStill WRITE setStill NOTIFY viewChanged)
    //! The hearing range in metres; 0 shows no ring.
    Q_PROPERTY(double hearing READ hearing WRITE setHearing NOTIFY viewChanged)
    Q_PROPERTY(QColor paper READ paper WRITE setPaper NOTIFY viewChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY viewChanged)
    Q_PROPERTY(QColor quiet READ quiet WRITE setQuiet NOTIFY viewChanged)
    Q_PROPERTY(QColor grid READ grid WRITE setGrid NOTIFY viewChanged)
    Q_PROPERTY(QColor accent READ accent WRITE setAccent NOTIFY viewChanged)
    Q_PROPERTY(QColor warn READ warn WRITE setWarn NOTIFY viewChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY viewChanged)
    //! The bounding box of the controls over the map. No labels are placed under it.
    Q_PROPERTY(QRectF buttons READ buttons WRITE setButtons NOTIFY viewChanged)
    //! The person under the mouse, as 0x and 40 hex digits (EIP-55), or empty.
    Q_PROPERTY(QString hoveredAddress READ hoveredAddress NOTIFY hoveredChanged)
    //! The selected person in the same form, or empty. Cleared when they leave.
    Q_PROPERTY(QString selectedAddress READ selectedAddress NOTIFY selectedChanged)
    //! The number of people in view.
    Q_PROPERTY(int shownCount READ shownCount NOTIFY shownCountChanged)

public:
    static constexpr double zoomStep = 1.25; //!< factor per key press or notch of the wheel

    explicit MapItem(QQuickItem *parent = nullptr);

    //! Zooms about the centre of the map.
    Q_INVOKABLE void zoomIn() { zoomAbout(boundingRect().center(), zoomStep); }
    Q_INVOKABLE void zoomOut() { zoomAbout(boundingRect().center(), 1 / zoomStep); }
    //! Keeps the position under `pixel`, or my avatar while `follow` is on.
    Q_INVOKABLE void zoomAbout(QPointF pixel, double factor);
    //! Shows everyone with their labels, at most at the default scale, and stops following.
    Q_INVOKABLE void fitEveryone();
    //! Centres the map on a parcel and stops following. Coordinates out of range are clamped.
    Q_INVOKABLE void goToParcel(int x, int z);
    //! Copies my position to the clipboard: `12,-7 (200.0, 0.0, -104.5)`.
    Q_INVOKABLE void copyPosition() const;
    //! The person whose disc is at `pixel`, as 0x and 40 hex digits (EIP-55); empty if there is none.
    Q_INVOKABLE QString personAt(QPointF pixel) const;
    //! Selects a person by their address. Returns false if they are not on the map.
    Q_INVOKABLE bool select(const QString &address);
    //! Centres the map on the selected person and stops following. Returns false if no one is selected.
    Q_INVOKABLE bool showSelected();
    //! Returns false if no one was selected.
    Q_INVOKABLE bool clearSelection();

    PeerScene *peerScene() const { return m_peerScene; }
    void setPeerScene(PeerScene *peerScene);
    AvatarController *avatar() const { return m_avatar; }
    void setAvatar(AvatarController *avatar);
    MapTiles *tiles() const { return m_tiles; }
    void setTiles(MapTiles *tiles);
    bool follow() const { return m_follow; }
    void setFollow(bool follow);
    bool isTalking() const { return m_view.isTalking; }
    void setTalking(bool talking) { assign(m_view.isTalking, talking); }
    bool isStill() const { return m_view.isStill; }
    void setStill(bool still) { assign(m_view.isStill, still); }
    double hearing() const { return m_hearing; }
    void setHearing(double metres);
    QColor paper() const { return m_view.colors.paper; }
    void setPaper(const QColor &color) { assign(m_view.colors.paper, color); }
    QColor ink() const { return m_view.colors.ink; }
    void setInk(const QColor &color) { assign(m_view.colors.ink, color); }
    QColor quiet() const { return m_view.colors.quiet; }
    void setQuiet(const QColor &color) { assign(m_view.colors.quiet, color); }
    QColor grid() const { return m_view.colors.grid; }
    void setGrid(const QColor &color) { assign(m_view.colors.grid, color); }
    QColor accent() const { return m_view.colors.accent; }
    void setAccent(const QColor &color) { assign(m_view.colors.accent, color); }
    QColor warn() const { return m_view.colors.warn; }
    void setWarn(const QColor &color) { assign(m_view.colors.warn, color); }
    const QFont &font() const { return m_view.font; }
    void setFont(const QFont &font) { assign(m_view.font, font); }
    const QRectF &buttons() const { return m_view.buttons; }
    void setButtons(const QRectF &buttons) { assign(m_view.buttons, buttons); }
    QString hoveredAddress() const { return toText(m_view.hovered); }
    QString selectedAddress() const { return toText(m_view.selected); }
    int shownCount() const { return m_shownCount; }
    //! The rings around me; the hearing range first, if there is one.
    const QList<MapRing> &rings() const { return m_view.rings; }
    //! The current scene.
    const MapScene &scene() const { return *m_scene; }

signals:
    void peerSceneChanged();
    void avatarChanged();
    void tilesChanged();
    void followChanged();
    void viewChanged();
    void hoveredChanged();
    void selectedChanged();
    void shownCountChanged();
    void personClicked(const QString &address);

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override { m_pressed.reset(); }
    void hoverEnterEvent(QHoverEvent *event) override { hoverMoveEvent(event); }
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;

private:
    template<typename T> void assign(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        polish();
        emit viewChanged();
    }
    //! Replaces the watched object. Returns false if it is the same.
    template<typename T, typename Slot> bool watch(QPointer<T> &member, T *value, void (T::*changeSignal)(), Slot slot)
    {
        if (member == value)
            return false;
        if (member)
            member->disconnect(this);
        member = value;
        if (value)
            connect(value, changeSignal, this, slot);
        polish();
        return true;
    }
    static QString toText(const std::optional<Address> &address);
    void setHovered(const std::optional<Address> &address);
    bool setSelected(const std::optional<Address> &address);
    void click(QPointF pixel);
    bool isOverMark(QPointF pixel) const;
    void animate();
    void scheduleFrame(std::chrono::milliseconds wait);
    std::chrono::milliseconds frameTime() const;
    void forgetDepartedPeers();

    QPointer<PeerScene> m_peerScene;
    QPointer<AvatarController> m_avatar;
    QPointer<MapTiles> m_tiles;
    bool m_follow = true;
    double m_hearing = 0;
    MapScene::View m_view;
    std::shared_ptr<MapScene> m_scene = std::make_shared<MapScene>(); //!< the node may outlive the item
    int m_shownCount = 0;
    QTimer m_frame;
    QElapsedTimer m_lastFrame;
    std::optional<QPointF> m_pressed; //!< where the button was pressed
    bool m_isDragging = false;
    QPointF m_lastDrag;
};

} // namespace islet
