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

//! Draws a scene as triangles, for scene graphs that use a GPU: eight nodes, however many people there are, and one
//! for each picture of the ground.
class GeometryMap : public QSGNode {
public:
    //! `window` must outlive it.
    explicit GeometryMap(QQuickWindow &window);

    //! Follows the scene as it is now.
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
    std::uint64_t m_version = 0; //!< of the sheet in the texture
    std::uint64_t m_groundVersion = 0;
    int m_sheetHeight = 0;
    QHash<qint64, QSGSimpleTextureNode *> m_tileNodes; //!< by the picture in each
    // In the order in which they are drawn.
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
