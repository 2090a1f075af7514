// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/map/mapscene.h"

#include <QHash>
#include <QSGGeometryNode>
#include <QSGSimpleTextureNode>
#include <QSGTexture>
#include <QSGTextureMaterial>

#include <memory>

class QQuickWindow;

namespace islet {

//! Draws a scene as triangles, for scene graphs that use a GPU. It has eight geometry nodes, however many people there
//! are, and one node for each ground tile.
class GeometryMap : public QSGNode {
public:
    //! `window` must outlive this object.
    explicit GeometryMap(QQuickWindow &window);

    //! Updates the nodes to the scene's current picture.
    void update(const MapScene &scene);

private:
    void updateTexture(const SpriteSheet &sheet);
    void updateTiles(const std::vector<MapTile> &tiles);
    void updateGround(const MapScene &scene);
    void updatePeople(const MapScene &scene);
    QSGGeometryNode *addColored();
    QSGGeometryNode *addTextured();

    QQuickWindow &m_window;
    std::unique_ptr<QSGTexture> m_texture;
    std::uint64_t m_version = 0; //!< of the sheet that the texture holds
    std::uint64_t m_groundVersion = 0;
    int m_sheetHeight = 0;
    QHash<qint64, QSGSimpleTextureNode *> m_tileNodes; //!< by the image's cache key
    // In drawing order.
    QSGGeometryNode *m_paper;
    QSGNode *m_tiles;
    QSGGeometryNode *m_ground;
    QSGGeometryNode *m_groundSprites;
    QSGGeometryNode *m_strokes;
    QSGGeometryNode *m_boxes;
    QSGGeometryNode *m_sprites;
    QSGGeometryNode *m_edgeBoxes;
    QSGGeometryNode *m_edgeSprites;
};

} // namespace islet
