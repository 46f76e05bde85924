package lindyn.folder;

import java.util.List;

/**
 * What {@code lindyn.json} says of its folder, besides everything that belongs to the kind of it.
 */
public interface FolderDescription {

  /** Returns every other file of the folder, in the order of its format. */
  List<StoredFile> files();
}
